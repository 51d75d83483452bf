using System.Runtime.CompilerServices;
using Microsoft.Extensions.Hosting;

namespace FlightGraph.Upstream.Archive;

/// <summary>
/// What the upstream answered, kept for longer than the process lives: on disk, in a Redis that replicas share, in both or
/// nowhere. Only whole answers are kept; what is remembered in memory can be made from them again. A place that fails costs the
/// memory, never an answer: nothing here throws but for a caller's own cancellation.
/// </summary>
public sealed class AnswerArchive : IHostedService, IAsyncDisposable
{
    /// <summary>How many answers are read at once when all are read back. Each can have a megabyte and more.</summary>
    private const int ReadAhead = 16;

    private readonly IReadOnlyList<IAnswerArchive> archives;
    private readonly Lazy<Task> opened;

    internal AnswerArchive(IReadOnlyList<IAnswerArchive> archives)
    {
        this.archives = archives;
        opened = new Lazy<Task>(() => Task.WhenAll(archives.Select(archive => archive.OpenAsync())));
        foreach (var archive in archives)
            archive.SavedElsewhere += key => SavedElsewhere?.Invoke(key);
    }

    /// <summary>Raised with its key when another replica saved an answer; <see cref="FindAsync"/> has it. Handlers must not block.</summary>
    public event Action<string>? SavedElsewhere;

    /// <summary>Whether anything is kept at the moment.</summary>
    public bool IsOpen => Status.Any(status => status.State == ArchiveState.Working);

    /// <summary>One for each place that is configured; none when nothing is to be kept.</summary>
    public IReadOnlyList<ArchiveStatus> Status => [.. archives.Select(archive => archive.Status)];

    /// <summary>Opens what is configured, once; the host does it at the start. Before it nothing is kept.</summary>
    public Task OpenAsync() => opened.Value;

    /// <summary>
    /// The newest answers that fit, each key once, those read longest ago first: whoever takes them in that order ends with the
    /// newest.
    /// </summary>
    /// <param name="maxBytes">The most that their bodies may have together, uncompressed.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    public async IAsyncEnumerable<ArchivedAnswer> ReadAllAsync(long maxBytes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await OpenAsync();
        foreach (var chunk in Newest(await ListAsync(cancellationToken), maxBytes).Chunk(ReadAhead))
        {
            var answers = await Task.WhenAll(chunk
                .GroupBy(found => found.Archive)
                .Select(group => group.Key.ReadAsync([.. group.Select(found => found.Entry.Key)], cancellationToken)));
            foreach (var answer in answers.SelectMany(answers => answers).OrderBy(answer => answer.ReadAt))
                yield return answer;
        }
    }

    /// <summary>The newest answer that any place has; null when none has one.</summary>
    public async Task<ArchivedAnswer?> FindAsync(string key, CancellationToken cancellationToken)
    {
        var found = await Task.WhenAll(archives.Select(archive => archive.FindAsync(key, cancellationToken)));
        var newest = found.OfType<ArchivedAnswer>().MaxBy(answer => answer.ReadAt);
        if (newest is null or { IsForeign: true })
            return newest;

        // What a replica asked for comes onto our disk, and what a Redis lost comes back to it.
        foreach (var (archive, known) in archives.Zip(found))
        {
            if (known is null || known.ReadAt < newest.ReadAt)
                archive.Save(newest);
        }

        return newest;
    }

    /// <summary>
    /// Keeps the answer unless a newer one to the same question is kept. Returns at once; it is written a little later. A document
    /// that holds a secret, and what is no path below the base address, is refused without a word. So is an answer of another
    /// upstream: it would pass for one of the present.
    /// </summary>
    public void Save(ArchivedAnswer answer)
    {
        if (answer.IsForeign || !AnswerKey.MayBeKept(answer.Key))
            return;
        var rounded = answer with { ReadAt = ReadTime.Rounded(answer.ReadAt) };
        foreach (var archive in archives)
            archive.Save(rounded);
    }

    /// <summary>For an answer that turned out to be none.</summary>
    public void Remove(string key)
    {
        foreach (var archive in archives)
            archive.Remove(key);
    }

    /// <summary>Until what was saved is written, or could not be.</summary>
    public Task FlushAsync() => Task.WhenAll(archives.Select(archive => archive.FlushAsync()));

    Task IHostedService.StartAsync(CancellationToken cancellationToken) => OpenAsync();

    Task IHostedService.StopAsync(CancellationToken cancellationToken) => FlushAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var archive in archives)
            await archive.DisposeAsync();
    }

    private async Task<IEnumerable<(IAnswerArchive Archive, ArchivedEntry Entry)>> ListAsync(CancellationToken cancellationToken)
    {
        var lists = await Task.WhenAll(archives.Select(archive => archive.ListAsync(cancellationToken)));
        return archives.Zip(lists).SelectMany(pair => pair.Second.Select(entry => (pair.First, entry)));
    }

    /// <summary>The newest of each key and of these the newest that fit, oldest first.</summary>
    private static IEnumerable<(IAnswerArchive Archive, ArchivedEntry Entry)> Newest(
        IEnumerable<(IAnswerArchive Archive, ArchivedEntry Entry)> kept, long maxBytes)
    {
        var ofEachKey = kept.GroupBy(found => found.Entry.Key).Select(group => group.MaxBy(found => found.Entry.ReadAt));
        var left = maxBytes;
        List<(IAnswerArchive, ArchivedEntry)> fitting = [];
        foreach (var found in ofEachKey.OrderByDescending(found => found.Entry.ReadAt))
        {
            if (found.Entry.Length > left)
                continue;
            left -= found.Entry.Length;
            fitting.Add(found);
        }

        fitting.Reverse();
        return fitting;
    }
}
