namespace FlightGraph.Benchmarks.Day;

/// <summary>A page of the site in all its variants, the most popular first.</summary>
/// <param name="Weight">Its part of the queries, beside those of other kinds.</param>
/// <param name="Surge">By how much its weight grows when a launch is at hand.</param>
/// <param name="Questions">Drawn by rank, as Zipf has it.</param>
internal sealed record PageKind(double Weight, double Surge, IReadOnlyList<Question> Questions)
{
    /// <summary>A little steeper than one through the rank: half of the visits go to a tenth of a hundred pages.</summary>
    private const double Exponent = 1.1;

    private readonly double[] cumulative = Cumulate(Questions.Count);

    public Question Draw(Random random)
    {
        var place = Array.BinarySearch(cumulative, random.NextDouble() * cumulative[^1]);
        return Questions[Math.Min(place < 0 ? ~place : place, Questions.Count - 1)];
    }

    private static double[] Cumulate(int count)
    {
        var sums = new double[count];
        var sum = 0.0;
        for (var rank = 1; rank <= count; rank++)
            sums[rank - 1] = sum += Math.Pow(rank, -Exponent);
        return sums;
    }
}
