namespace FlightGraph.Schema;

/// <summary>What one topic folder adds to the schema.</summary>
internal sealed record Topic(IReadOnlyList<ObjectDefinition> Types, IReadOnlyList<ResourceDefinition> Resources);
