namespace FlightGraph.Upstream.Archive;

/// <summary>What the upstream answered to one question.</summary>
/// <param name="Key">The question: path and query below the base address, <c>launches/?limit=10&amp;mode=list</c>.</param>
/// <param name="ReadAt">When it was read; kept to the microsecond.</param>
/// <param name="Body">The document; null when the upstream said that there is none.</param>
/// <param name="IsForeign">Whether another upstream than the present one gave it, so that it can be no more than a last resort.</param>
public sealed record ArchivedAnswer(string Key, DateTimeOffset ReadAt, byte[]? Body, bool IsForeign = false);
