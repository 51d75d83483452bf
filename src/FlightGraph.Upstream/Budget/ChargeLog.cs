namespace FlightGraph.Upstream.Budget;

/// <summary>The charges of a sliding window, the oldest first, and those whose calls are under way. Whoever holds it locks it.</summary>
internal sealed class ChargeLog
{
    /// <summary>Above this many, charges are counted by moments, so that the log stays small.</summary>
    private const int MaxExact = 1000;

    private readonly List<Charge> charges = [];
    private readonly HashSet<Charge> underWay = [];

    public int Used { get; private set; }

    public IReadOnlyList<Charge> Charges => charges;

    public IReadOnlyCollection<Charge> UnderWay => underWay;

    /// <summary>
    /// The length of a moment: none for small limits. A charge counts from the end of its moment on, so that none is
    /// forgotten early.
    /// </summary>
    public static TimeSpan Moment(int limit, TimeSpan window) => limit <= MaxExact ? TimeSpan.Zero : window / MaxExact;

    public static TimeSpan EndOfMoment(TimeSpan now, TimeSpan moment) =>
        moment == TimeSpan.Zero ? now : new TimeSpan((now.Ticks + moment.Ticks - 1) / moment.Ticks * moment.Ticks);

    public void Add(Charge charge)
    {
        var index = charges.Count;
        while (index > 0 && charges[index - 1].At > charge.At)
            index--;
        charges.Insert(index, charge);
        Used += charge.Count;
    }

    public void AddUnderWay(Charge charge)
    {
        underWay.Add(charge);
        Used += charge.Count;
    }

    /// <summary>One more in a charge that stands in the log.</summary>
    public void Grow(Charge charge, int by)
    {
        charge.Count += by;
        Used += by;
    }

    public void Settle(Charge charge, TimeSpan now)
    {
        if (!underWay.Remove(charge))
            return;
        Used -= charge.Count;
        charge.At = now;
        Add(charge);
    }

    public void Refund(Charge charge)
    {
        if (!underWay.Contains(charge) && !charges.Contains(charge))
            return;
        charge.Count--;
        Used--;
        if (charge.Count == 0 && !underWay.Remove(charge))
            charges.Remove(charge);
    }

    /// <summary>A charge as old as the window no longer counts: LL2 lets the call at exactly 60:00 through.</summary>
    public void Forget(TimeSpan now, TimeSpan window)
    {
        var gone = 0;
        while (gone < charges.Count && now - charges[gone].At >= window)
            Used -= charges[gone++].Count;
        charges.RemoveRange(0, gone);
    }

    public void RemoveAll(Predicate<Charge> match)
    {
        Used -= charges.Where(charge => match(charge)).Sum(charge => charge.Count);
        charges.RemoveAll(match);
    }

    /// <inheritdoc cref="ICallLedger.WaitFor"/>
    public TimeSpan WaitFor(int calls, int leave, int limit, TimeSpan now, TimeSpan window)
    {
        long each = limit - leave;
        if (each <= 0)
            return TimeSpan.MaxValue;
        var toExpire = Used + calls - each;
        if (toExpire <= 0)
            return TimeSpan.Zero;
        // Calls that are yet to be made come free a window after they are, so the pattern repeats.
        var rounds = Math.Max(0, (toExpire - Used + each - 1) / each);
        toExpire -= rounds * each;
        return (toExpire <= 0 ? TimeSpan.Zero : Expiry(toExpire, now, window) - now) + (rounds * window);
    }

    /// <summary>When the oldest charge no longer counts; null when there is none.</summary>
    public TimeSpan? FirstExpiry(TimeSpan now, TimeSpan window) => Used == 0 ? null : Expiry(1, now, window);

    private TimeSpan Expiry(long number, TimeSpan now, TimeSpan window)
    {
        foreach (var charge in charges)
        {
            number -= charge.Count;
            if (number <= 0)
                return charge.At + window;
        }

        return now + window;
    }
}
