namespace FlightGraph.Schema.Filters;

/// <summary>A filter of a resource, as declared. Its operators and type follow from the parameters that the upstream has.</summary>
/// <param name="Name">As clients see it.</param>
/// <param name="IdOf">The type whose ids the filter takes; null for a filter by value.</param>
/// <param name="Parameter">The upstream's parameter without its operator: <c>net</c> stands for <c>net__gte</c> and the like.</param>
/// <param name="Many">A second parameter that takes several values where <paramref name="Parameter"/> takes one.</param>
/// <param name="Description">For clients.</param>
internal sealed record FilterDefinition(string Name, string? IdOf, string Parameter, string? Many, string Description);
