namespace FlightGraph.Benchmarks.Store;

/// <param name="Key">Path and query below the base address.</param>
/// <param name="IsPage">Whether it is one row alone or the envelope of many.</param>
/// <param name="Body">As it came.</param>
internal sealed record Answer(string Key, bool IsPage, byte[] Body);
