using System.Collections.Concurrent;

namespace FlightGraph.Upstream;

/// <summary>
/// Lets equal calls share one: who asks while an equal call is under way waits for its answer. The call runs for all of
/// them, so the one who started it may go away without ending it; only when the last one has gone is it told.
/// </summary>
internal sealed class InFlightCalls
{
    private readonly ConcurrentDictionary<string, SharedCall> calls = new(StringComparer.Ordinal);

    /// <param name="key">Equal for equal calls.</param>
    /// <param name="terms">On whose behalf: a call that a client joins is made for a client.</param>
    /// <param name="call">Makes the call.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<(T Value, bool IsShared)> ShareAsync<T>(string key, CallTerms terms, Func<CallInterest, Task<T>> call, CancellationToken cancellationToken)
        where T : class
    {
        while (true)
        {
            var candidate = new SharedCall(terms, (shared, interest) => RunAsync(key, shared, call, interest));
            var shared = calls.GetOrAdd(key, candidate);
            if (!shared.Interest.TryJoin(terms))
            {
                // Its last waiter has just gone; whoever comes now starts another.
                calls.TryRemove(KeyValuePair.Create(key, shared));
                continue;
            }

            try
            {
                return ((T)await shared.Result.WaitAsync(cancellationToken), !ReferenceEquals(shared, candidate));
            }
            finally
            {
                shared.Interest.Leave();
            }
        }
    }

    private async Task<object> RunAsync<T>(string key, SharedCall shared, Func<CallInterest, Task<T>> call, CallInterest interest)
        where T : class
    {
        // Off the asker's stack first: a call that ends at once must not be removed before GetOrAdd has put it in.
        await Task.Yield();
        try
        {
            return await call(interest);
        }
        finally
        {
            calls.TryRemove(KeyValuePair.Create(key, shared));
        }
    }

    private sealed class SharedCall
    {
        private readonly Lazy<Task<object>> result;

        // Lazy, since GetOrAdd may make two candidates and only the winner's call must start.
        public SharedCall(CallTerms terms, Func<SharedCall, CallInterest, Task<object>> run)
        {
            Interest = new CallInterest(terms);
            result = new(() => run(this, Interest));
        }

        public CallInterest Interest { get; }

        public Task<object> Result => result.Value;
    }
}
