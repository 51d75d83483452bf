using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;

namespace FlightGraph.Upstream.Http;

/// <summary>When an attempt is made again, and how soon. Once at the most, and every time is paid for.</summary>
internal sealed class RetryRule(IOptions<UpstreamOptions> options, UpstreamHealth health, TimeProvider clock, Random random)
{
    /// <summary>Who asks for a longer rest than this gets it: the call fails, and its caller learns how long to wait.</summary>
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(5);

    private readonly Lock guard = new();

    /// <summary>Asked after every attempt, the second one too.</summary>
    public async ValueTask<bool> AllowsAsync(RetryPredicateArguments<HttpResponseMessage> attempt)
    {
        var ended = attempt.Context.CancellationToken;
        if (attempt.AttemptNumber > 0 || ended.IsCancellationRequested || !AttemptVerdict.IsPassing(attempt.Outcome))
            return false;
        if (health.State != BreakerState.Closed || Rest(attempt.Outcome) > LongestRest)
            return false;
        var call = HttpCall.Of(attempt.Context);
        if (AttemptVerdict.IsOverdue(attempt.Outcome) && !HasTimeForAnother(call))
            return false;

        try
        {
            // Last, for what is paid now is spent.
            return await call.ChargeRetry(ended);
        }
        catch (OperationCanceledException)
        {
            // The time ran out while payment waited; the first attempt's own failure tells more than that.
            return false;
        }
    }

    /// <summary>Half to one and a half of the delay that is set, so that several gateways do not come back at once; or longer if the upstream says so.</summary>
    public TimeSpan Delay(Outcome<HttpResponseMessage> outcome)
    {
        double share;
        // Random is not safe for use by several calls at once.
        lock (guard)
            share = 0.5 + random.NextDouble();
        var delay = options.Value.RetryDelay * share;
        return Rest(outcome) is { } rest && rest > delay ? rest : delay;
    }

    private TimeSpan? Rest(Outcome<HttpResponseMessage> outcome) =>
        outcome.Result is { } response ? RetryAfter.Of(response.Headers, clock.GetUtcNow()) : null;

    /// <summary>After a quick failure it is worth a try in any case, but who just used up a whole attempt's time will need as much again.</summary>
    private bool HasTimeForAnother(HttpCall call) =>
        clock.GetElapsedTime(call.Started) + (options.Value.RetryDelay * 1.5) + options.Value.AttemptTimeout <= options.Value.Timeout;
}
