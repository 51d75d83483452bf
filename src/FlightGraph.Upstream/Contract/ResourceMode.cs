namespace FlightGraph.Upstream.Contract;

/// <summary>A depth of a list.</summary>
/// <param name="Name">The value of <c>mode</c>; null where the resource has one depth and takes no such parameter.</param>
/// <param name="Variant">How the rows are written.</param>
public sealed record ResourceMode(string? Name, Variant Variant);
