namespace FlightGraph.Schema;

/// <param name="Name">The name in the schema.</param>
/// <param name="Members">The types it can be.</param>
/// <param name="Description">For clients.</param>
internal sealed record UnionDefinition(string Name, IReadOnlyList<string> Members, string Description);
