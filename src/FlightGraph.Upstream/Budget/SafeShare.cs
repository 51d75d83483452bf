namespace FlightGraph.Upstream.Budget;

/// <summary>
/// What a replica may spend while it cannot ask the others: for a window what it was promised, then its part of the limit.
/// Whoever holds it locks it.
/// </summary>
internal sealed class SafeShare
{
    /// <summary>
    /// How much longer than a window it keeps to the promise: replicas lose Redis at different moments, between heartbeats,
    /// and what was granted until the last one has lost it must be old before the parts are spent.
    /// </summary>
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(5);

    private readonly ChargeLog spent = new();
    private int limit;
    private TimeSpan window;
    private int among;
    private int promise;
    private int part;
    private TimeSpan? lastContact;

    /// <param name="limit">The most calls in a window.</param>
    /// <param name="window">After that time a call no longer counts.</param>
    /// <param name="replicas">How many there are at most; one that has never met the others believes that.</param>
    public SafeShare(int limit, TimeSpan window, int replicas)
    {
        among = replicas;
        Learn(limit, window);
    }

    public int Part => part;

    public void Learn(int limit, TimeSpan window)
    {
        (this.limit, this.window) = (limit, window);
        part = limit / among;
        promise = Math.Min(promise, limit);
    }

    /// <summary>All that was spent is known to the others, and these are the new figures.</summary>
    public void Renew(TimeSpan contact, int promise, int part, int among)
    {
        (lastContact, this.promise, this.part, this.among) = (contact, promise, part, among);
        spent.RemoveAll(_ => true);
    }

    /// <summary>A charge with Redis has lowered the promise.</summary>
    public void Lower(int promise) => this.promise = promise;

    public int Allowance(TimeSpan now) => now < PartFrom ? promise : part;

    public int Left(TimeSpan now)
    {
        spent.Forget(now, window);
        return Math.Max(0, Allowance(now) - spent.Used);
    }

    public bool MaySpend(int leave, TimeSpan now) => Left(now) > Scaled(leave, Allowance(now));

    public void Note(TimeSpan now)
    {
        var at = ChargeLog.EndOfMoment(now, ChargeLog.Moment(limit, window));
        if (limit > 1000 && spent.Charges is [.., var newest] && newest.At == at)
            spent.Grow(newest, 1);
        else
            spent.Add(new Charge("", at, 1));
    }

    /// <inheritdoc cref="ICallLedger.WaitFor"/>
    public TimeSpan WaitFor(int calls, int leave, TimeSpan now)
    {
        spent.Forget(now, window);
        var wait = WaitFor(calls, leave, Allowance(now), now);
        if (PartFrom <= now || wait <= PartFrom - now)
            return wait;
        var later = WaitFor(calls, leave, part, now);
        later = later > PartFrom - now ? later : PartFrom - now;
        return later < wait ? later : wait;
    }

    private TimeSpan PartFrom => lastContact is { } contact ? contact + window + Delay : TimeSpan.MinValue;

    private TimeSpan WaitFor(int calls, int leave, int allowance, TimeSpan now) => spent.WaitFor(calls, Scaled(leave, allowance), allowance, now, window);

    /// <summary>Classes leave the same share of less to one another; what is more than nothing stays so.</summary>
    private int Scaled(int leave, int allowance) => (int)Math.Min(leave, (((long)leave * allowance) + limit - 1) / limit);
}
