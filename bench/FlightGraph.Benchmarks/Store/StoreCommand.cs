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
        Console.WriteLine(FormattableString.Invariant($"{answers.Count(answer => answer.IsPage)} pages and {answers.Count(answer => !answer.IsPage)} single answers, {answers.Sum(answer => answer.Body.LongLength) / 1e6:0.0} MB"));

        var objects = new FusionObjects(contract);
        var isComplete = true;
        Console.WriteLine(Measured.Header);
        foreach (var candidate in new ICandidate[] { objects, new FusionAnswers(compresses: false), new FusionAnswers(compresses: true), new OwnArchive() })
        {
            List<Measured> runs = [];
            for (var round = 0; round < rounds; round++)
                runs.Add(await MeasureAsync(candidate, answers));
            isComplete &= runs.All(run => run.Found == candidate.Expected);
            Console.WriteLine(Measured.Row(candidate.Name, runs));
        }

        Console.WriteLine($"One copy of each object: {objects.Thinned} times a copy replaced a longer one.");
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
}
