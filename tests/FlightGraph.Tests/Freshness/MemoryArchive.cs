using System.Collections.Concurrent;
using FlightGraph.Upstream.Archive;

namespace FlightGraph.Tests.Freshness;

/// <summary>An archive that outlives the memory in front of it, as a file would, and that a replica can write into as well.</summary>
internal sealed class MemoryArchive : IAnswerArchive
{
    private readonly ConcurrentDictionary<string, ArchivedAnswer> answers = new(StringComparer.Ordinal);

    public event Action<string>? SavedElsewhere;

    /// <summary>Nothing is found before.</summary>
    public Task MayFind { get; set; } = Task.CompletedTask;

    public ArchiveStatus Status => new("memory", ArchiveState.Working, answers.Count, 0);

    public Task OpenAsync() => Task.CompletedTask;

    public Task<IReadOnlyList<ArchivedEntry>> ListAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ArchivedEntry>>([.. answers.Values.Select(answer => new ArchivedEntry(answer.Key, answer.ReadAt, answer.Body?.Length ?? 0))]);

    public Task<IReadOnlyList<ArchivedAnswer>> ReadAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ArchivedAnswer>>([.. keys.Select(Find).OfType<ArchivedAnswer>()]);

    public async Task<ArchivedAnswer?> FindAsync(string key, CancellationToken cancellationToken)
    {
        await MayFind;
        return Find(key);
    }

    public ArchivedAnswer? Find(string key) => answers.GetValueOrDefault(key);

    public void Save(ArchivedAnswer answer) =>
        answers.AddOrUpdate(answer.Key, answer, (_, known) => known.ReadAt > answer.ReadAt ? known : answer);

    /// <summary>A replica does, and says so.</summary>
    public void SaveElsewhere(ArchivedAnswer answer)
    {
        Save(answer);
        SavedElsewhere?.Invoke(answer.Key);
    }

    public void Remove(string key) => answers.TryRemove(key, out _);

    public Task FlushAsync() => Task.CompletedTask;

    /// <summary>The process before has ended; nobody of it listens any more.</summary>
    public void Forget() => SavedElsewhere = null;

    public ValueTask DisposeAsync() => default;
}
