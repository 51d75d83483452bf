using Polly;
using Polly.CircuitBreaker;

namespace FlightGraph.Upstream.Http;

/// <summary>Holds attempts back while <see cref="UpstreamHealth"/> says so, and tells it how the others ended.</summary>
internal sealed class BreakerStrategy(UpstreamHealth health) : ResilienceStrategy<HttpResponseMessage>
{
    protected override async ValueTask<Outcome<HttpResponseMessage>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<HttpResponseMessage>>> callback, ResilienceContext context, TState state)
    {
        if (!health.TryEnter(out var isProbe))
            return Outcome.FromException<HttpResponseMessage>(new BrokenCircuitException());

        bool? isBroken = null;
        try
        {
            var outcome = await callback(context, state);
            // When the total time runs out the attempt's token is cancelled just as when the asker goes; only the first is the upstream's doing.
            if (!HttpCall.Of(context).Asker.IsCancellationRequested)
                isBroken = AttemptVerdict.IsBroken(outcome);
            return outcome;
        }
        finally
        {
            health.Leave(isProbe, isBroken);
        }
    }
}
