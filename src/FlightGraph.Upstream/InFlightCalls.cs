using System.Collections.Concurrent;

namespace FlightGraph.Upstream;

/// <summary>
/// Lets equal calls share one: who asks while an equal call is under way waits for its answer. The call runs for all of
/// them, so the one who started it may go away without ending it.
/// </summary>
internal sealed class InFlightCalls
{
    private readonly ConcurrentDictionary<string, Lazy<Task<object>>> calls = new(StringComparer.Ordinal);

    public async Task<(T Value, bool IsShared)> ShareAsync<T>(string key, Func<Task<T>> call, CancellationToken cancellationToken)
        where T : class
    {
        // Lazy, since GetOrAdd may make two candidates and only the winner's call must start.
        var candidate = new Lazy<Task<object>>(() => RunAsync(key, call));
        var shared = calls.GetOrAdd(key, candidate);
        return ((T)await shared.Value.WaitAsync(cancellationToken), !ReferenceEquals(shared, candidate));
    }

    private async Task<object> RunAsync<T>(string key, Func<Task<T>> call)
        where T : class
    {
        // Off the asker's stack first: a call that ends at once must not be removed before GetOrAdd has put it in.
        await Task.Yield();
        try
        {
            return await call();
        }
        finally
        {
            calls.TryRemove(key, out _);
        }
    }
}
