using System.Diagnostics;
using FlightGraph.Upstream.Contract;

namespace FlightGraph.Benchmarks.Store;

/// <summary>
/// <c>store</c>: what ways to keep answers on disk cost, as medians of some rounds, and how well compression does. With
/// <c>--check</c> the smoke for CI: one small round. What is not found again ends it with 1.
/// </summary>
internal static class StoreCommand
{
    private const string Check = "--check";

    public static async Task<int> RunAsync(string[] options)
    {
        if (options is not ([] or [Check]))
        {
            Console.Error.WriteLine($"store takes {Check} or nothing, not: {string.Join(' ', options)}");
            return 2;
        }

        var isSmall = options is [Check];
        var rounds = isSmall ? 1 : 5;
        var contract = UpstreamContract.Load("2.3.0");
        await using var upstream = await WatchedUpstream.StartAsync();
        var answers = await Answers.ReadAsync(upstream.BaseAddress, contract, isSmall);
        Console.WriteLine(FormattableString.Invariant($"{answers.Count} answers, {answers.Sum(answer => answer.Body.LongLength) / 1e6:0.0} MB"));

        var objects = new FusionObjects(contract);
        var isComplete = true;
        Console.WriteLine("| way | entries written | found again | MB on disk | s to store | s until all is back |\n| --- | ---: | ---: | ---: | ---: | ---: |");
        foreach (ICandidate candidate in (ICandidate[])[objects, new FusionAnswers(compresses: false), new FusionAnswers(compresses: true), new OwnArchive()])
        {
            List<Measured> runs = [];
            for (var round = 0; round < rounds; round++)
                runs.Add(await MeasureAsync(candidate, answers));
            var (writes, found) = (runs[0].Writes, runs[0].Found);
            isComplete &= found > 0 && (candidate == objects || found == writes);
            Console.WriteLine(FormattableString.Invariant(
                $"| {candidate.Name} | {writes} | {found} | {Median(runs, run => run.Bytes / 1e6):0.0} | {Median(runs, run => run.Fill.TotalSeconds):0.00} | {Median(runs, run => run.ReadBack.TotalSeconds):0.00} |"));
        }

        Console.WriteLine($"One copy of each object: {objects.Thinned} times a copy replaced one with more in it.");
        if (!isSmall)
            Console.WriteLine(CodingTable.Of(answers, rounds));
        if (!isComplete)
            Console.Error.WriteLine("Something that was kept is not found again.");
        return isComplete ? 0 : 1;
    }

    private static async Task<Measured> MeasureAsync(ICandidate candidate, IReadOnlyList<Answer> answers)
    {
        var folder = Directory.CreateTempSubdirectory("flightgraph-store-");
        try
        {
            var started = Stopwatch.GetTimestamp();
            var writes = await candidate.FillAsync(folder.FullName, answers);
            var fill = Stopwatch.GetElapsedTime(started);
            var bytes = folder.EnumerateFiles().Sum(file => file.Length);

            started = Stopwatch.GetTimestamp();
            var found = await candidate.ReadBackAsync(folder.FullName);
            return new Measured(writes, found, bytes, fill, Stopwatch.GetElapsedTime(started));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static double Median(IEnumerable<Measured> runs, Func<Measured, double> of)
    {
        double[] sorted = [.. runs.Select(of).Order()];
        return sorted[sorted.Length / 2];
    }
}
