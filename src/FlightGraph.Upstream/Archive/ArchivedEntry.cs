namespace FlightGraph.Upstream.Archive;

/// <summary>An answer without its body.</summary>
/// <param name="Key">The question.</param>
/// <param name="ReadAt">When it was read.</param>
/// <param name="Length">Of the body, in bytes before compression.</param>
internal readonly record struct ArchivedEntry(string Key, DateTimeOffset ReadAt, long Length);
