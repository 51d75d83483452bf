using FlightGraph.Upstream.Budget;
using Microsoft.Extensions.Logging.Abstractions;

namespace FlightGraph.Tests.Budget;

/// <summary>A queue over a ledger in memory, whose calls last as long as a test wants.</summary>
internal sealed class QueueBench : IDisposable
{
    private readonly List<CallLease> leases = [];

    public QueueBench(int limit = 15, int places = 64, BudgetOptions? options = null)
    {
        Ledger = new LocalLedger(Clock, null, limit, TimeSpan.FromHours(1));
        Calendar = new LaunchCalendar(Clock);
        Queue = new CallQueue(Ledger, new BudgetShares(options ?? new BudgetOptions { MaxSharePerClient = 1, RefreshShare = 0 }, Calendar, Clock), places, Clock, NullLogger.Instance);
    }

    public JumpingClock Clock { get; } = new();

    public LocalLedger Ledger { get; }

    public LaunchCalendar Calendar { get; }

    public CallQueue Queue { get; }

    public PendingCall Order(CallClass callClass = CallClass.Client, string client = "client", TimeSpan? patience = null) =>
        Queue.Enqueue(new CallOrder(callClass, client, patience ?? TimeSpan.Zero));

    /// <summary>How many of so many orders get a call at once; the calls end at once too.</summary>
    public async Task<int> SpendAsync(int calls, CallClass callClass = CallClass.Client, string client = "client")
    {
        var granted = 0;
        for (var call = 0; call < calls; call++)
        {
            if ((await Order(callClass, client).Decision).Lease is not { } lease)
                continue;
            lease.Dispose();
            granted++;
        }

        return granted;
    }

    /// <summary>The refusal of an order that waits no longer.</summary>
    public static async Task<BudgetRefusal> RefusalAsync(PendingCall call)
    {
        Assert.True(call.Decision.IsCompleted);
        return Assert.IsType<BudgetRefusal>((await call.Decision).Refusal);
    }

    /// <summary>Whether the order has its lease, which is kept.</summary>
    public bool Has(PendingCall call)
    {
        if (!call.Decision.IsCompletedSuccessfully || call.Decision.Result.Lease is not { } lease)
            return false;
        leases.Add(lease);
        return true;
    }

    public void EndCalls()
    {
        foreach (var lease in leases.ToList())
            lease.Dispose();
        leases.Clear();
    }

    public void Dispose() => Queue.Dispose();
}
