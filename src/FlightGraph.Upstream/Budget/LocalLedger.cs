namespace FlightGraph.Upstream.Budget;

/// <summary>
/// The ledger of one process, and of all that share its file. Ages go by the monotonic clock, so that nothing follows a jump
/// of the wall clock.
/// </summary>
internal sealed class LocalLedger : ICallLedger
{
    private readonly Lock guard = new();
    private readonly TimeProvider clock;
    private readonly long origin;
    private readonly ChargeLog log = new();
    private readonly string run = Guid.NewGuid().ToString("N");
    // Written under the lock, which makes others wait for the disk: what is not on disk must not be seen as charged, and two
    // must not take the same last call.
    private readonly LedgerFile? file;
    private long lastNumber;
    private int limit;
    private TimeSpan window;
    private TimeSpan blockedUntil;

    /// <summary>Where the limit is large: what was written ahead of the calls of this moment, and how much of it is left.</summary>
    private Charge? block;
    private int unused;

    /// <param name="clock">Its timestamps give the ages.</param>
    /// <param name="file">Null keeps nothing.</param>
    /// <param name="limit">As far as known by now.</param>
    /// <param name="window">As far as known by now.</param>
    public LocalLedger(TimeProvider clock, LedgerFile? file, int limit, TimeSpan window)
    {
        this.clock = clock;
        this.file = file;
        this.limit = limit;
        this.window = window;
        origin = clock.GetTimestamp();
        if (file is null)
            return;
        var (charges, blockedFor) = file.Load();
        foreach (var charge in charges)
            log.Add(new Charge(charge.Id, -charge.Age, charge.Count));
        blockedUntil = blockedFor;
    }

    public Action? Changed { get; set; }

    public LedgerView View
    {
        get
        {
            lock (guard)
            {
                var now = Slide_NeedsLock();
                return new LedgerView(limit, window, log.Used, blockedUntil > now ? blockedUntil - now : TimeSpan.Zero, false);
            }
        }
    }

    private TimeSpan Now => clock.GetElapsedTime(origin);

    public void Learn(int limit, TimeSpan window)
    {
        lock (guard)
            (this.limit, this.window) = (limit, window);
        Changed?.Invoke();
    }

    public ValueTask<ChargeAttempt> TryChargeAsync(int leave)
    {
        lock (guard)
        {
            var now = Slide_NeedsLock();
            return new(new ChargeAttempt(blockedUntil > now ? null : Charge_NeedsLock(now, limit - leave)));
        }
    }

    public void Settle(Charge charge)
    {
        lock (guard)
            log.Settle(charge, Now);
    }

    public void Refund(Charge charge)
    {
        lock (guard)
        {
            log.Refund(charge);
            if (ReferenceEquals(charge, block))
                unused++;
            else if (charge.Count == 0)
                file?.Change(charge.Id, 0);
        }

        Changed?.Invoke();
    }

    public void Block(TimeSpan wait)
    {
        lock (guard)
        {
            var until = Now + wait;
            if (until <= blockedUntil)
                return;
            blockedUntil = until;
            file?.Block(wait);
        }

        Changed?.Invoke();
    }

    public ValueTask ReconcileAsync(int use, int knownBefore, TimeSpan? firstFreeIn)
    {
        lock (guard)
        {
            var now = Slide_NeedsLock();
            var foreign = Math.Min(use, limit) - Math.Max(knownBefore, log.Used);
            // The upstream tells of one charge when it ends; the others may have been made this very moment.
            if (foreign > 0 && firstFreeIn is { } first && now + first < (log.FirstExpiry(now, window) ?? TimeSpan.MaxValue))
            {
                AddForeign_NeedsLock(now + first - window, 1);
                foreign--;
            }

            if (foreign > 0)
                AddForeign_NeedsLock(now, foreign);
        }

        Changed?.Invoke();
        return default;
    }

    public TimeSpan WaitFor(int calls, int leave)
    {
        lock (guard)
        {
            var now = Slide_NeedsLock();
            var free = log.WaitFor(calls, leave, limit, now, window);
            return free > blockedUntil - now ? free : blockedUntil - now;
        }
    }

    public ValueTask DisposeAsync()
    {
        lock (guard)
        {
            if (block is not null && unused > 0)
                file?.Change(block.Id, block.Count);
            file?.Dispose();
        }

        return default;
    }

    private TimeSpan Slide_NeedsLock()
    {
        var now = Now;
        log.Forget(now, window);
        return now;
    }

    private void AddForeign_NeedsLock(TimeSpan at, int count) => log.Add(new Charge($"{run}:{++lastNumber}", at, count) { IsForeign = true });

    private Charge? Charge_NeedsLock(TimeSpan now, int most)
    {
        var moment = ChargeLog.Moment(limit, window);
        var at = ChargeLog.EndOfMoment(now, moment);
        if (block is not null && block.At == at && unused > 0)
        {
            if (log.Used >= most)
                return null;
            unused--;
            log.Grow(block, 1);
            return block;
        }

        Charge? made = null;
        if (file is null)
            Decide([]);
        else
            file.Write(window, Decide);
        return made;

        StoredCharge? Decide(IReadOnlyList<StoredCharge> others)
        {
            // When others made theirs can be told by the wall clock alone, which may have jumped. So they count from now.
            foreach (var other in others)
                log.Add(new Charge(other.Id, now, other.Count));
            if (log.Used >= most)
                return null;
            if (block is not null && unused > 0)
                file?.Change(block.Id, block.Count);

            made = new Charge($"{run}:{++lastNumber}", at, 1);
            if (moment == TimeSpan.Zero)
            {
                log.AddUnderWay(made);
                return new StoredCharge(made.Id, TimeSpan.Zero, 1);
            }

            var length = Math.Min((limit + 999) / 1000, most - log.Used);
            log.Add(made);
            (block, unused) = (made, length - 1);
            return new StoredCharge(made.Id, now - at, length);
        }
    }
}
