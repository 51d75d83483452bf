namespace FlightGraph.Schema.Filters;

/// <summary>One way to put a filter to the upstream: <c>gte</c> of <c>net</c> is the parameter <c>net__gte</c>.</summary>
/// <param name="Operator">As clients write it.</param>
/// <param name="Parameter">The upstream's parameter.</param>
/// <param name="Scalar">The type of its values in the schema language.</param>
/// <param name="TakesList">Whether it takes several, any of which may match.</param>
internal sealed record FilterCondition(string Operator, string Parameter, string Scalar, bool TakesList);
