namespace FlightGraph.Upstream.Warming;

/// <summary>A call that warming has made.</summary>
/// <param name="At">When it ended.</param>
/// <param name="Target">What it was for, by the plan's name.</param>
/// <param name="Rows">How many rows or objects it brought.</param>
/// <param name="Moved">How many of them were edited since they were read; null where that was not the question.</param>
/// <param name="Bytes">Of the body, decompressed.</param>
/// <param name="HasFailed">Whether it brought nothing.</param>
public sealed record WarmingCall(DateTimeOffset At, string Target, int Rows, int? Moved, long Bytes, bool HasFailed);
