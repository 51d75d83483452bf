namespace FlightGraph.Upstream.Store;

/// <param name="Value">What was read.</param>
/// <param name="ReadAt">When.</param>
public readonly record struct Remembered<T>(T Value, DateTimeOffset ReadAt);
