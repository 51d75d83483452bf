namespace FlightGraph.Benchmarks.Store;

/// <param name="Writes">Entries written, those written over included.</param>
/// <param name="Found">Entries found after a restart.</param>
/// <param name="Bytes">On disk, all files together.</param>
/// <param name="Fill">Until all was on disk.</param>
/// <param name="ReadBack">From opening until everything could be answered.</param>
internal sealed record Measured(int Writes, int Found, long Bytes, TimeSpan Fill, TimeSpan ReadBack)
{
    public static string Header => "| way | entries written | found again | MB on disk | s to store | s until all is back |\n| --- | ---: | ---: | ---: | ---: | ---: |";

    /// <summary>The medians of some rounds, as a row below <see cref="Header"/>.</summary>
    public static string Row(string name, IReadOnlyList<Measured> rounds) => FormattableString.Invariant(
        $"| {name} | {rounds[0].Writes} | {rounds[0].Found} | {Median(rounds, run => run.Bytes / 1e6):0.0} ")
        + FormattableString.Invariant($"| {Median(rounds, run => run.Fill.TotalSeconds):0.00} | {Median(rounds, run => run.ReadBack.TotalSeconds):0.00} |");

    private static double Median(IReadOnlyList<Measured> rounds, Func<Measured, double> of) => rounds.Select(of).Order().ElementAt(rounds.Count / 2);
}
