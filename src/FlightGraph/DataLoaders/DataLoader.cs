namespace FlightGraph.DataLoaders;

/// <summary>
/// Collects keys and asks for them in batches. Lives as long as one operation; a key is asked for once, however often it
/// is loaded, and its result stays the same for all who load it.
/// </summary>
/// <param name="batch">
/// Given distinct keys, answers each. A key left out of the answer fails those who loaded it; an exception fails the batch.
/// </param>
internal sealed class DataLoader<TKey, TResult>(Func<IReadOnlyList<TKey>, CancellationToken, Task<IReadOnlyDictionary<TKey, TResult>>> batch)
    where TKey : notnull
{
    private readonly Lock guard = new();
    private readonly Dictionary<TKey, TaskCompletionSource<TResult>> results = [];
    private List<TKey> queue = [];

    /// <summary>Queues the key, unless it is known or queued already. Its result comes after <see cref="Dispatch"/>.</summary>
    public Task<TResult> LoadAsync(TKey key)
    {
        lock (guard)
        {
            if (!results.TryGetValue(key, out var result))
            {
                // The awaiting resolvers must not run inside the loop that hands out the results.
                results.Add(key, result = new TaskCompletionSource<TResult>(TaskCreationOptions.RunContinuationsAsynchronously));
                queue.Add(key);
            }

            return result.Task;
        }
    }

    /// <summary>Makes one batch of all keys queued so far. Whoever comes second finds the queue empty and changes nothing.</summary>
    public void Dispatch(CancellationToken cancellationToken)
    {
        List<TKey> keys;
        lock (guard)
        {
            if (queue.Count == 0)
                return;
            (keys, queue) = (queue, []);
        }

        _ = RunAsync(keys, cancellationToken);
    }

    private async Task RunAsync(List<TKey> keys, CancellationToken cancellationToken)
    {
        try
        {
            var answers = await batch(keys, cancellationToken);
            foreach (var key in keys)
            {
                if (answers.TryGetValue(key, out var answer))
                    Result(key).SetResult(answer);
                else
                    Result(key).SetException(new InvalidOperationException($"The batch has no answer for the key '{key}'."));
            }
        }
        catch (OperationCanceledException error)
        {
            foreach (var key in keys)
                Result(key).TrySetCanceled(error.CancellationToken);
        }
        catch (Exception error)
        {
            // Nobody awaits this method: the error belongs to those who wait for the keys.
            foreach (var key in keys)
                Result(key).TrySetException(error);
        }
    }

    private TaskCompletionSource<TResult> Result(TKey key)
    {
        lock (guard)
            return results[key];
    }
}
