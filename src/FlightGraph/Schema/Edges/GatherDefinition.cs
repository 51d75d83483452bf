namespace FlightGraph.Schema.Edges;

/// <summary>A field that the upstream spreads over several, or keeps further down: the landings of all parts of a launch.</summary>
/// <param name="Owner">The type that has the field.</param>
/// <param name="Name">The field.</param>
/// <param name="Type">In the schema language; a list has all that is found, a single object the first.</param>
/// <param name="Paths">Where the objects are, from the owner on, in the upstream's names: <c>rocket.spacecraft_stage.landing</c>.</param>
/// <param name="Description">For clients.</param>
internal sealed record GatherDefinition(string Owner, string Name, string Type, IReadOnlyList<string> Paths, string Description);
