namespace FlightGraph.Schema;

/// <summary>A word list of the upstream that clients get whole.</summary>
/// <param name="Path">The upstream's path, <c>config/orbits</c>.</param>
/// <param name="Name">The root field.</param>
/// <param name="Description">For clients.</param>
internal sealed record VocabularyDefinition(string Path, string Name, string Description);
