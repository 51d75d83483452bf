namespace FlightGraph.Upstream.Http;

/// <summary>
/// How the upstream is doing: a circuit breaker, and when calls went well and badly. The breaker opens after
/// <see cref="FailuresThatOpen"/> failed attempts in a row, however long they took to come: a budget of 15 calls an hour gives no
/// share of failures in a span of time that would mean anything, which is how the usual breaker counts.
/// </summary>
public sealed class UpstreamHealth(TimeProvider clock)
{
    internal const int FailuresThatOpen = 3;

    internal static readonly TimeSpan FirstBreak = TimeSpan.FromSeconds(30);
    internal static readonly TimeSpan LongestBreak = TimeSpan.FromMinutes(10);

    private readonly Lock guard = new();
    private int failures;
    private TimeSpan breakLength;
    private DateTimeOffset? openUntil;
    private bool isProbing;
    private (DateTimeOffset At, UpstreamErrorKind Kind)? lastFailure;
    private DateTimeOffset? lastGoodCall;

    public BreakerState State
    {
        get
        {
            lock (guard)
                return State_NeedsLock();
        }
    }

    /// <summary>Until a probe is let through; zero unless the breaker is open.</summary>
    public TimeSpan UntilProbe
    {
        get
        {
            lock (guard)
                return openUntil - clock.GetUtcNow() is { } rest && rest > TimeSpan.Zero ? rest : TimeSpan.Zero;
        }
    }

    /// <summary>When a call last brought what was asked for, or the knowledge that there is no such thing. Null before the first.</summary>
    public DateTimeOffset? LastGoodCall
    {
        get
        {
            lock (guard)
                return lastGoodCall;
        }
    }

    /// <summary>When a call last failed, and how. Null before the first; calls that were not made do not count.</summary>
    public (DateTimeOffset At, UpstreamErrorKind Kind)? LastFailure
    {
        get
        {
            lock (guard)
                return lastFailure;
        }
    }

    /// <summary>Notes how a whole call ended, all its attempts taken together.</summary>
    internal void Note(HttpAnswer answer)
    {
        // A call held back tells nothing of the upstream, nor does a question that it could not take.
        if (answer.Attempts == 0 || answer.Error?.Kind == UpstreamErrorKind.Rejected)
            return;
        lock (guard)
        {
            if (answer.Error is { Kind: var kind })
                lastFailure = (clock.GetUtcNow(), kind);
            else
                lastGoodCall = clock.GetUtcNow();
        }
    }

    /// <summary>Whether an attempt may be made. Who is let in says how it ended.</summary>
    /// <param name="isProbe">Goes back with the outcome.</param>
    internal bool TryEnter(out bool isProbe)
    {
        lock (guard)
        {
            var state = State_NeedsLock();
            isProbe = state == BreakerState.HalfOpen && !isProbing;
            isProbing |= isProbe;
            return isProbe || state == BreakerState.Closed;
        }
    }

    /// <summary>
    /// Attempts that began before the breaker opened may end after it; of an open breaker only a probe's outcome changes anything.
    /// </summary>
    /// <param name="isProbe">As <see cref="TryEnter"/> gave it.</param>
    /// <param name="isBroken">Null when the attempt tells nothing, since its caller ended it.</param>
    internal void Leave(bool isProbe, bool? isBroken)
    {
        lock (guard)
        {
            if (isProbe)
                isProbing = false;
            if (isBroken is not { } broken || (openUntil is not null && !isProbe))
                return;
            if (!broken)
            {
                failures = 0;
                openUntil = null;
            }
            else if (isProbe)
            {
                Open_NeedsLock(breakLength * 2);
            }
            else if (++failures >= FailuresThatOpen)
            {
                Open_NeedsLock(FirstBreak);
            }
        }
    }

    private void Open_NeedsLock(TimeSpan length)
    {
        breakLength = length < LongestBreak ? length : LongestBreak;
        openUntil = clock.GetUtcNow() + breakLength;
    }

    private BreakerState State_NeedsLock() =>
        openUntil is not { } until ? BreakerState.Closed : until > clock.GetUtcNow() ? BreakerState.Open : BreakerState.HalfOpen;
}
