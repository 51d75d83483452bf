using Microsoft.Extensions.Logging;

namespace FlightGraph.Upstream.Budget;

/// <summary>
/// Who gets the next call. All orders wait here, and one loop serves them: it charges the ledger for the order at the head and
/// gives the lease to whoever stands there then.
/// </summary>
internal sealed partial class CallQueue : IDisposable
{
    private readonly Lock guard = new();
    private const string AllClients = "";

    private readonly ICallLedger ledger;
    private readonly BudgetShares shares;
    private readonly TimeProvider clock;
    private readonly ILogger logger;
    private readonly int places;
    private readonly long origin;
    private readonly ITimer timer;
    private readonly ClientTurns[] classes = [new(), new(), new()];
    private readonly ClientUsage usage = new();

    /// <summary>What all clients together have taken, as if they were one. Each replica counts its own.</summary>
    private readonly ClientUsage clientUsage = new();

    private readonly PriorityQueue<PendingCall, TimeSpan> deadlines = new();
    private readonly List<(CallClass Class, TaskCompletionSource<bool> Free)> watchers = [];
    private int placesTaken;
    private int holds;
    private bool isServing;
    private bool isStopped;

    /// <summary>Somebody may have come to stand too far behind.</summary>
    private bool isDoubtful;

    /// <summary>When the ledger, having refused, wants to be asked again.</summary>
    private TimeSpan retryAt;

    /// <param name="ledger">Is told of every call before it is made.</param>
    /// <param name="shares">What each class leaves to others.</param>
    /// <param name="places">How many calls may be under way, 1 or more.</param>
    /// <param name="clock">Its timestamps alone.</param>
    /// <param name="logger">For what should not happen.</param>
    public CallQueue(ICallLedger ledger, BudgetShares shares, int places, TimeProvider clock, ILogger logger)
    {
        (this.ledger, this.shares, this.places, this.clock, this.logger) = (ledger, shares, places, clock, logger);
        origin = clock.GetTimestamp();
        timer = clock.CreateTimer(_ => Serve(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        ledger.Changed = OnLedgerChanged;
    }

    private TimeSpan Now => clock.GetElapsedTime(origin);

    public PendingCall Enqueue(CallOrder order)
    {
        var call = new PendingCall(this, order, Deadline(order.Patience));
        lock (guard)
        {
            if (isStopped)
            {
                call.Withdraw();
                return call;
            }

            classes[(int)order.Class].Add(call);
            Remind_NeedsLock(call);
            if (order.Class == CallClass.Client)
                usage.See(order.Client, Now);
            isDoubtful = true;
        }

        Serve();
        return call;
    }

    public void Promote(PendingCall call, CallOrder order)
    {
        lock (guard)
        {
            if (call.Decision.IsCompleted)
                return;
            var from = classes[(int)call.Class];
            var isBetter = order.Class < call.Class;
            var isEarlier = order.Class == call.Class && order.Client != call.Client
                && from.Depth(order.Client, call) < from.Depth(call.Client, call);
            if (isBetter || isEarlier)
            {
                from.Remove(call);
                (call.Class, call.Client) = (order.Class, order.Client);
                classes[(int)call.Class].Add(call);
            }

            if (Deadline(order.Patience) is var deadline && deadline > call.Deadline)
            {
                call.Deadline = deadline;
                Remind_NeedsLock(call);
            }

            isDoubtful = true;
        }

        Serve();
    }

    public bool Cancel(PendingCall call)
    {
        lock (guard)
        {
            if (!classes[(int)call.Class].Remove(call))
                return false;
            call.Withdraw();
        }

        Serve();
        return true;
    }

    /// <summary>The upstream has counted the call.</summary>
    public void Settle(Charge charge)
    {
        ledger.Settle(charge);
        lock (guard)
            isDoubtful = true;
    }

    public void ReturnPlace()
    {
        lock (guard)
            placesTaken--;
        Serve();
    }

    /// <summary>Now or never, and not before those of the same or a better class who wait for the budget.</summary>
    public async ValueTask<bool> TryChargeAsync(CallClass callClass, string client)
    {
        int leave;
        lock (guard)
        {
            var view = ledger.View;
            if (isStopped || holds > 0 || (placesTaken < places && IsAwaited_NeedsLock(callClass)) || !MayCall_NeedsLock(callClass, client, view, Now))
                return false;
            leave = Look_NeedsLock().Leave(callClass);
        }

        var charge = (await ledger.TryChargeAsync(leave)).Charge;
        lock (guard)
        {
            if (charge is not null)
                Note_NeedsLock(callClass, client);
            isDoubtful = true;
        }

        if (charge is null)
            return false;
        // The call goes out on the lease of the one that it repeats.
        ledger.Settle(charge);
        Serve();
        return true;
    }

    /// <summary>True as soon as an order of the class would be served at once, false when the queue stops.</summary>
    public Task<bool> WaitUntilFreeAsync(CallClass callClass, CancellationToken cancellationToken)
    {
        var free = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (guard)
        {
            if (isStopped)
                return Task.FromResult(false);
            watchers.Add((callClass, free));
        }

        Serve();
        return cancellationToken.CanBeCanceled ? WaitAsync() : free.Task;

        async Task<bool> WaitAsync()
        {
            try
            {
                return await free.Task.WaitAsync(cancellationToken);
            }
            finally
            {
                lock (guard)
                    watchers.Remove((callClass, free));
            }
        }
    }

    /// <summary>Serves nobody until released as often.</summary>
    public void Hold()
    {
        lock (guard)
            holds++;
    }

    public void Release()
    {
        lock (guard)
            holds--;
        OnLedgerChanged();
    }

    public IReadOnlyDictionary<CallClass, int> Counts()
    {
        lock (guard)
            return Enum.GetValues<CallClass>().ToDictionary(callClass => callClass, callClass => classes[(int)callClass].Count);
    }

    public int PlacesTaken => Volatile.Read(ref placesTaken);

    public void Dispose()
    {
        lock (guard)
        {
            isStopped = true;
            foreach (var (call, _) in classes.SelectMany(turns => turns.InOrder()).ToList())
            {
                classes[(int)call.Class].Remove(call);
                call.Withdraw();
            }

            foreach (var (_, free) in watchers)
                free.TrySetResult(false);
            watchers.Clear();
        }

        timer.Dispose();
    }

    private void OnLedgerChanged()
    {
        lock (guard)
            (isDoubtful, retryAt) = (true, TimeSpan.Zero);
        Serve();
    }

    /// <summary>Reminders of what is decided stay until their time; where they pile up, they go.</summary>
    private void Remind_NeedsLock(PendingCall call)
    {
        if (call.Deadline == TimeSpan.MaxValue)
            return;
        if (deadlines.Count > 1000 && deadlines.Count > 2 * classes.Sum(turns => turns.Count))
        {
            var waiting = deadlines.UnorderedItems.Where(item => !item.Element.Decision.IsCompleted).ToList();
            deadlines.Clear();
            deadlines.EnqueueRange(waiting);
        }

        deadlines.Enqueue(call, call.Deadline);
    }

    private TimeSpan Deadline(TimeSpan patience)
    {
        var now = Now;
        return patience < TimeSpan.Zero || patience > TimeSpan.MaxValue - now ? TimeSpan.MaxValue : now + patience;
    }
}
