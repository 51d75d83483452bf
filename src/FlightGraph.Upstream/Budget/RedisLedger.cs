using Microsoft.Extensions.Logging;

namespace FlightGraph.Upstream.Budget;

/// <summary>
/// The ledger of all replicas, in Redis, and on its own the safe share of one. See the readme beside it for why the two
/// together never spend more than the limit.
/// </summary>
internal sealed partial class RedisLedger : ICallLedger
{
    /// <summary>How often a replica shows that it lives, and asks for a promise.</summary>
    public static readonly TimeSpan BeatEvery = TimeSpan.FromSeconds(1);

    private readonly Lock guard = new();
    // One question at a time, and no charge on our own between what a heartbeat brings and its answer.
    private readonly SemaphoreSlim gate = new(1);
    private readonly LocalLedger own;
    private readonly RedisBook book;
    private readonly TimeProvider clock;
    private readonly ILogger logger;
    private readonly long origin;
    private readonly ITimer timer;
    private readonly SafeShare share;
    private readonly List<(Charge Charge, long At)> settled = [];
    private HashSet<string> peers = [];
    private ChargeLog shared = new();
    private int limit;
    private TimeSpan window;
    private bool isShared;
    private bool hasAsked;
    private bool isReplayDue = true;
    private bool isLossTold;
    private bool isStopped;
    private int isBeating;

    /// <param name="own">Keeps what this replica has charged, with Redis and without.</param>
    /// <param name="book">The ledger in Redis.</param>
    /// <param name="replicas">How many replicas there are at most.</param>
    /// <param name="clock">Its timestamps alone.</param>
    /// <param name="logger">Is told when Redis goes and comes.</param>
    public RedisLedger(LocalLedger own, RedisBook book, int replicas, TimeProvider clock, ILogger logger)
    {
        (this.own, this.book, this.clock, this.logger) = (own, book, clock, logger);
        var view = own.View;
        (limit, window) = (view.Limit, view.Window);
        (book.Limit, book.Window) = (limit, window);
        share = new SafeShare(limit, window, replicas);
        origin = clock.GetTimestamp();
        timer = clock.CreateTimer(_ => OnTimer(), null, BeatEvery, BeatEvery);
    }

    public Action? Changed { get; set; }

    public LedgerView View
    {
        get
        {
            var ours = own.View;
            lock (guard)
            {
                var now = Slide_NeedsLock();
                return ours with { Used = isShared ? Math.Max(shared.Used, ours.Used) : Math.Max(ours.Used, limit - share.Left(now)), IsShared = isShared };
            }
        }
    }

    private TimeSpan Now => clock.GetElapsedTime(origin);

    public void Learn(int limit, TimeSpan window)
    {
        own.Learn(limit, window);
        lock (guard)
        {
            (this.limit, this.window) = (limit, window);
            (book.Limit, book.Window) = (limit, window);
            share.Learn(limit, window);
        }

        Changed?.Invoke();
    }

    public async ValueTask<ChargeAttempt> TryChargeAsync(int leave)
    {
        await gate.WaitAsync();
        try
        {
            // What this replica alone has charged is enough to know; its clock does not jump.
            if (isStopped || own.WaitFor(1, 0) > TimeSpan.Zero)
                return default;
            if (!hasAsked)
                await BeatInGateAsync();
            return (isShared ? await ChargeSharedAsync(leave) : null) ?? await ChargeAloneAsync(leave);
        }
        finally
        {
            gate.Release();
        }
    }

    public void Settle(Charge charge)
    {
        own.Settle(charge);
        lock (guard)
        {
            // Where the limit is large, moments are not put right.
            if (ChargeLog.Moment(limit, window) == TimeSpan.Zero)
                settled.Add((charge, clock.GetTimestamp()));
        }
    }

    public void Refund(Charge charge)
    {
        own.Refund(charge);
        // A call refunded while on our own stays counted there: it is rare, and the share is safe.
        _ = InGateAsync(() => book.RefundAsync(charge.Id));
    }

    public void Block(TimeSpan wait)
    {
        own.Block(wait);
        Changed?.Invoke();
        _ = InGateAsync(() => book.BlockAsync(wait));
    }

    public async ValueTask ReconcileAsync(int use, int knownBefore, TimeSpan? firstFreeIn)
    {
        if (isShared)
            await InGateAsync(() => book.ReconcileAsync(use, knownBefore, firstFreeIn));
        else
            await own.ReconcileAsync(use, 0, firstFreeIn);
        await BeatAsync();
        Changed?.Invoke();
    }

    public TimeSpan WaitFor(int calls, int leave)
    {
        var alone = own.WaitFor(calls, isShared ? leave : 0);
        lock (guard)
        {
            var now = Slide_NeedsLock();
            var wait = isShared ? shared.WaitFor(calls, leave, limit, now, window) : share.WaitFor(calls, leave, now);
            return wait > alone ? wait : alone;
        }
    }

    /// <summary>Shows that this replica lives. The timer does it; tests do it by hand.</summary>
    internal Task BeatAsync() => InGateAsync(async () =>
    {
        await BeatInGateAsync();
        return null;
    });

    public async ValueTask DisposeAsync()
    {
        await timer.DisposeAsync();
        await InGateAsync(async () =>
        {
            isStopped = true;
            if (isShared)
                await book.LeaveAsync();
            return null;
        });
        await own.DisposeAsync();
    }

    /// <summary>A beat that Redis keeps waiting is not followed by another.</summary>
    private void OnTimer()
    {
        if (Interlocked.Exchange(ref isBeating, 1) == 0)
            _ = BeatOnceAsync();
    }

    private async Task BeatOnceAsync()
    {
        await BeatAsync();
        Volatile.Write(ref isBeating, 0);
    }

    private TimeSpan Slide_NeedsLock()
    {
        var now = Now;
        shared.Forget(now, window);
        return now;
    }

    private async Task InGateAsync(Func<Task<BookReply?>> ask)
    {
        await gate.WaitAsync();
        try
        {
            if (!isStopped)
                await ask();
        }
        finally
        {
            gate.Release();
        }
    }
}
