namespace FlightGraph.Upstream;

/// <summary>What a call took.</summary>
/// <param name="Bytes">Of the body, decompressed.</param>
/// <param name="Elapsed">From the sending to the last byte.</param>
/// <param name="IsShared">Whether another request had made it already and this one only waited.</param>
public sealed record CallFacts(long Bytes, TimeSpan Elapsed, bool IsShared);
