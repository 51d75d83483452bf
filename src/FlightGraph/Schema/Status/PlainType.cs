namespace FlightGraph.Schema.Status;

/// <summary>A type of our own, about the gateway and not about spaceflight.</summary>
/// <param name="Name">In the schema.</param>
/// <param name="Description">As clients read it.</param>
/// <param name="Fields">In any order; the schema sorts them.</param>
internal sealed record PlainType(string Name, string Description, IReadOnlyList<PlainField> Fields);
