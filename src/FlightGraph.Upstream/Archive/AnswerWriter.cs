using System.Threading.Channels;

namespace FlightGraph.Upstream.Archive;

/// <summary>
/// Writes behind: whoever saves never waits, and one writer takes what has gathered in batches. What could not be written goes on
/// waiting for the next attempt; when too much waits, the oldest is let go.
/// </summary>
internal sealed class AnswerWriter : IAsyncDisposable
{
    /// <summary>The most that may wait, in bytes, about.</summary>
    private const long MaxWaiting = 64 << 20;

    private const int BatchSize = 256;

    private readonly Func<IReadOnlyList<AnswerChange>, Task<bool>> write;
    private readonly Lock gate = new();
    // In the order in which their keys first came.
    private readonly OrderedDictionary<string, AnswerChange> waiting = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim turn = new(1);
    // Holds at most one sign that there is something to do.
    private readonly Channel<bool> signs = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Task loop;
    private long waitingSize;

    /// <param name="write">Writes all of a batch and returns true, or fails, returns false and never throws.</param>
    public AnswerWriter(Func<IReadOnlyList<AnswerChange>, Task<bool>> write)
    {
        this.write = write;
        loop = Task.Run(LoopAsync);
    }

    public void Add(AnswerChange change)
    {
        lock (gate)
        {
            if (waiting.TryGetValue(change.Key, out var known))
            {
                if (change.Answer?.ReadAt < known.Answer?.ReadAt)
                    return;
                waitingSize -= known.Size;
            }

            waiting[change.Key] = change;
            waitingSize += change.Size;
            while (waitingSize > MaxWaiting)
            {
                waitingSize -= waiting.GetAt(0).Value.Size;
                waiting.RemoveAt(0);
            }
        }

        Wake();
    }

    /// <summary>What waits under the key; null when nothing does.</summary>
    public AnswerChange? Find(string key)
    {
        lock (gate)
            return waiting.GetValueOrDefault(key);
    }

    /// <summary>Tries again soon what failed before.</summary>
    public void Wake() => signs.Writer.TryWrite(true);

    /// <summary>Until nothing waits any more, or an attempt failed.</summary>
    public async Task FlushAsync()
    {
        await turn.WaitAsync();
        try
        {
            while (NextBatch() is { Length: > 0 } batch)
            {
                if (!await write(batch))
                    return;
                Settle(batch);
            }
        }
        finally
        {
            turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (signs.Writer.TryComplete())
            await loop;
    }

    private async Task LoopAsync()
    {
        await foreach (var _ in signs.Reader.ReadAllAsync())
            await FlushAsync();
        await FlushAsync();
    }

    private AnswerChange[] NextBatch()
    {
        lock (gate)
            return [.. waiting.Values.Take(BatchSize)];
    }

    /// <summary>Until here the batch could still be found. What replaced one of it meanwhile goes on waiting.</summary>
    private void Settle(AnswerChange[] batch)
    {
        lock (gate)
        {
            foreach (var change in batch)
            {
                if (!ReferenceEquals(waiting.GetValueOrDefault(change.Key), change))
                    continue;
                waiting.Remove(change.Key);
                waitingSize -= change.Size;
            }
        }
    }
}
