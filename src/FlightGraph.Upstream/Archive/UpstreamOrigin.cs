namespace FlightGraph.Upstream.Archive;

/// <summary>
/// Who gives the answers. What another one gave may be wrong for this one, though both have one address: a stand-in's data
/// change with its release.
/// </summary>
/// <param name="Name">Any text without secrets; compared as it is.</param>
public sealed record UpstreamOrigin(string Name);
