namespace FlightGraph.Schema;

/// <summary>A document of the upstream that there is but one of.</summary>
/// <param name="Path">The upstream's path, <c>dashboard/starship</c>.</param>
/// <param name="Name">The root field.</param>
/// <param name="Description">For clients.</param>
internal sealed record SingletonDefinition(string Path, string Name, string Description);
