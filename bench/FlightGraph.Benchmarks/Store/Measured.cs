namespace FlightGraph.Benchmarks.Store;

/// <param name="Writes">Entries written, those written over included.</param>
/// <param name="Found">Entries found after a restart.</param>
/// <param name="Bytes">On disk, all files together.</param>
/// <param name="Fill">Until all was on disk.</param>
/// <param name="ReadBack">From opening until everything could be answered.</param>
internal sealed record Measured(int Writes, int Found, long Bytes, TimeSpan Fill, TimeSpan ReadBack);
