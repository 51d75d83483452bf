namespace FlightGraph.StandIn.Http;

/// <summary>
/// LL2's throttle: a call is let through if fewer than the limit were in the window before it. Refused calls do not count.
/// </summary>
internal sealed class CallLog(int limit, TimeSpan window, TimeProvider clock)
{
    /// <summary>What is reported as the limit when there is none.</summary>
    private const int Unlimited = 1_000_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Queue<DateTimeOffset>> callsByCaller = [];

    public int Limit => limit == 0 ? Unlimited : limit;

    public int WindowSeconds => (int)window.TotalSeconds;

    /// <summary>Counts a call; or the seconds to wait if there is no room for it. Without a limit nothing is kept.</summary>
    public bool TryCount(string caller, out int waitSeconds)
    {
        waitSeconds = 0;
        if (limit == 0)
            return true;

        lock (gate)
        {
            var calls = Recent_NeedsLock(caller);
            waitSeconds = Wait_NeedsLock(calls);
            if (waitSeconds > 0)
                return false;

            calls.Enqueue(clock.GetUtcNow());
            return true;
        }
    }

    public (int InUse, int WaitSeconds) Look(string caller)
    {
        lock (gate)
        {
            var calls = Recent_NeedsLock(caller);
            return (calls.Count, Wait_NeedsLock(calls));
        }
    }

    private Queue<DateTimeOffset> Recent_NeedsLock(string caller)
    {
        if (!callsByCaller.TryGetValue(caller, out var calls))
            callsByCaller[caller] = calls = [];

        while (calls.TryPeek(out var oldest) && oldest + window <= clock.GetUtcNow())
            calls.Dequeue();
        return calls;
    }

    private int Wait_NeedsLock(Queue<DateTimeOffset> calls) =>
        calls.Count < Limit ? 0 : Math.Max(1, (int)Math.Ceiling((calls.Peek() + window - clock.GetUtcNow()).TotalSeconds));
}
