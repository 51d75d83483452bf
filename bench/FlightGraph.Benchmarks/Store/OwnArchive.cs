using FlightGraph.Upstream;
using FlightGraph.Upstream.Archive;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FlightGraph.Benchmarks.Store;

/// <summary>The gateway's own archive, one row for each answer.</summary>
internal sealed class OwnArchive : ICandidate
{
    public string Name => "own archive, an entry for each answer";

    public int Expected { get; private set; }

    public async Task<int> FillAsync(string folder, IReadOnlyList<Answer> answers)
    {
        await using var services = Services(folder);
        var archive = services.GetRequiredService<AnswerArchive>();
        await archive.OpenAsync();
        var clock = services.GetRequiredService<TimeProvider>();
        foreach (var some in answers.Chunk(50))
        {
            foreach (var answer in some)
                archive.Save(new ArchivedAnswer(answer.Key, clock.GetUtcNow(), answer.Body));
            // As many as this never come at once; more would only wait.
            await archive.FlushAsync();
        }

        return Expected = answers.Count;
    }

    public async Task<int> ReadBackAsync(string folder)
    {
        await using var services = Services(folder);
        var found = 0;
        await foreach (var _ in services.GetRequiredService<AnswerArchive>().ReadAllAsync(long.MaxValue, CancellationToken.None))
            found++;
        return found;
    }

    private static ServiceProvider Services(string folder)
    {
        var configuration = new ConfigurationManager();
        configuration["Cache:Path"] = folder;
        configuration["Upstream:BaseAddress"] = "http://localhost/";
        return new ServiceCollection().AddLogging().AddUpstream(configuration).BuildServiceProvider();
    }
}
