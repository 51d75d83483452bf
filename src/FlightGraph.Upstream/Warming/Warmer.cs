using FlightGraph.Upstream.Budget;
using FlightGraph.Upstream.Freshness;
using FlightGraph.Upstream.Http;
using Microsoft.Extensions.Logging;

namespace FlightGraph.Upstream.Warming;

/// <summary>Makes one warming call at a time, if one is worth it.</summary>
internal sealed class Warmer(
    WarmingTargets targets, UpstreamHealth health, WarmingReport report, TimeProvider clock, ILogger<Warmer> logger)
{
    private const string Purpose = "warming";

    /// <summary>So long an upstream that failed is left to those who need it; longer each time that warming finds it failing.</summary>
    private static readonly TimeSpan FirstRest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestRest = TimeSpan.FromHours(1);

    private TimeSpan rest = FirstRest;

    /// <summary>
    /// 1. An upstream in trouble is left alone. 2. Choose what is due, the most worthy. 3. Ask, whatever is remembered. 4. Tell of it.
    /// </summary>
    /// <returns>Whether anything came of it.</returns>
    public async Task<bool> WarmAsync(CancellationToken cancellationToken)
    {
        // 1.
        var now = clock.GetUtcNow();
        if (IsAiling(now))
        {
            report.NoteIdle(WarmingIdleReason.UpstreamFails);
            return false;
        }

        // 2.
        if (Choose(now, out var next) is not { } target)
        {
            report.NoteIdle(WarmingIdleReason.NothingDue, next);
            return false;
        }

        // 3. No patience: what is not free now is a client's.
        var outcome = await target.Ask(new CallTerms(CallClass.Warming, Purpose, TimeSpan.Zero, new Tolerance { NotBefore = now }), cancellationToken);
        if (!outcome.IsSettled)
        {
            report.NoteIdle(outcome.Error?.Kind == UpstreamErrorKind.RateLimited ? WarmingIdleReason.BudgetSpent : WarmingIdleReason.UpstreamFails);
            return false;
        }

        // 4.
        report.NoteIdle(null);
        if (outcome.Facts is not { } facts)
            return true;
        rest = outcome.Error is null ? FirstRest : rest * 2 < LongestRest ? rest * 2 : LongestRest;
        report.Note(new WarmingCall(clock.GetUtcNow(), target.Name, outcome.Rows, outcome.Moved, facts.Bytes, outcome.Error is not null));
        Log.Warmed(logger, target.Name, outcome.Error?.Kind.ToString() ?? "Found", outcome.Rows, outcome.Moved, facts.Bytes);
        return true;
    }

    private bool IsAiling(DateTimeOffset now) => health.State == BreakerState.Open
        || (health.LastFailure is { At: var failed } && !(health.LastGoodCall >= failed) && now - failed < rest);

    private WarmingTarget? Choose(DateTimeOffset now, out DateTimeOffset? next)
    {
        next = null;
        foreach (var target in targets.All())
        {
            if (target.DueAt <= now)
                return target;
            if (!(next <= target.DueAt))
                next = target.DueAt;
        }

        return null;
    }
}
