namespace FlightGraph.Schema;

/// <summary>A name that is one object's own, by which it can be asked for instead of by its id.</summary>
/// <param name="Name">As clients see it.</param>
/// <param name="Parameter">The upstream's parameter.</param>
/// <param name="Description">For clients.</param>
internal sealed record LookupDefinition(string Name, string Parameter, string Description);
