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

    /// <summary>The name of the charge that is made next: one of its own, or that of the moment.</summary>
    public string NextId()
    {
        lock (guard)
        {
            return block is not null && ChargeLog.Moment(limit, window) is var moment && moment > TimeSpan.Zero && block.At == ChargeLog.EndOfMoment(Now, moment)
                ? block.Id
                : NextId_NeedsLock();
        }
    }

    /// <summary>Records what a ledger above this one has charged, whatever is left here.</summary>
    public Charge Record(string id)
    {
        lock (guard)
            return Charge_NeedsLock(Slide_NeedsLock(), int.MaxValue, id)!;
    }

    /// <summary>The charges of the window that this process and those on its folder have made.</summary>
    public IReadOnlyList<StoredCharge> Own()
    {
        lock (guard)
        {
            var now = Slide_NeedsLock();
            return [.. log.Charges.Where(charge => !charge.IsForeign).Concat(log.UnderWay).Select(charge => new StoredCharge(charge.Id, now - charge.At, charge.Count))];
        }
    }

    /// <summary>Drops what the upstream told of others: a ledger above this one knows it better.</summary>
    public void ForgetForeign()
    {
        lock (guard)
            log.RemoveAll(charge => charge.IsForeign);
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
            var foreign = use - Math.Max(knownBefore, log.Used);
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

    private void AddForeign_NeedsLock(TimeSpan at, int count) => log.Add(new Charge(NextId_NeedsLock(), at, count) { IsForeign = true });

    /// <summary>
    /// Small limits have a row on disk for each call. Large ones have a charge for each moment, whose calls are written ahead in
    /// blocks; a crash counts the rest of a block as used.
    /// </summary>
    private Charge? Charge_NeedsLock(TimeSpan now, int most, string? id = null)
    {
        var moment = ChargeLog.Moment(limit, window);
        var at = ChargeLog.EndOfMoment(now, moment);
        var open = block is not null && block.At == at && moment > TimeSpan.Zero ? block : null;
        if (open is not null && unused > 0)
        {
            if (log.Used >= most)
                return null;
            unused--;
            log.Grow(open, 1);
            return open;
        }

        Charge? made = null;
        if (file is null)
            Decide([]);
        else
            file.Write(window, Decide);
        return made;

        StoredCharge? Decide(IReadOnlyList<StoredCharge> others)
        {
            Add_NeedsLock(others, now);
            if (log.Used >= most)
                return null;
            if (open is null && block is not null && unused > 0)
                file?.Change(block.Id, block.Count);

            made = open ?? new Charge(id ?? NextId_NeedsLock(), at, 0);
            if (moment == TimeSpan.Zero)
            {
                made.Count = 1;
                log.AddUnderWay(made);
                return new StoredCharge(made.Id, TimeSpan.Zero, 1);
            }

            if (open is null)
                log.Add(made);
            log.Grow(made, 1);
            unused = Math.Max(0, Math.Min((limit + 999) / 1000 - 1, most - log.Used));
            block = made;
            return new StoredCharge(made.Id, now - at, made.Count + unused);
        }
    }

    /// <summary>When others made theirs can be told by the wall clock alone, which may have jumped. So they count from now.</summary>
    private void Add_NeedsLock(IReadOnlyList<StoredCharge> others, TimeSpan now)
    {
        foreach (var other in others)
        {
            if (log.Charges.FirstOrDefault(charge => charge.Id == other.Id) is { } known)
                log.Grow(known, Math.Max(0, other.Count - known.Count));
            else
                log.Add(new Charge(other.Id, now, other.Count));
        }
    }

    private string NextId_NeedsLock() => $"{run}:{++lastNumber}";
}
