using FlightGraph.Upstream.Budget;
using Microsoft.Extensions.Logging.Abstractions;

namespace FlightGraph.Tests.Budget;

/// <summary>
/// A budget that is ordered from, retried, told to wait and restarted, its clock being moved and set; and beside it an oracle
/// that knows nothing but a list of times.
/// </summary>
internal sealed class BudgetWorld : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    private readonly JumpingClock clock = new();
    private readonly TemporaryFolder folder = new();
    private readonly List<(Charge Charge, TimeSpan At)> charges = [];
    private readonly List<CallLease> leases = [];
    private readonly List<string> wrong = [];
    private List<(PendingCall Call, CallClass Class)> waiting = [];
    private ICallLedger ledger;
    private CallQueue queue;
    private TimeSpan blockedUntil;
    private int limit;

    public BudgetWorld(int limit)
    {
        this.limit = limit;
        (ledger, queue) = Start();
    }

    public int Granted { get; private set; }

    private TimeSpan Now => clock.GetElapsedTime(0);

    public void Advance(TimeSpan time)
    {
        clock.Advance(time);
        Check();
    }

    /// <summary>To the end of the oldest charge's window, or so much before it.</summary>
    public void AdvanceToEdge(TimeSpan before)
    {
        var times = charges.Select(charge => charge.At + Window - before - Now).Where(time => time > TimeSpan.Zero).ToList();
        if (times.Count > 0)
            Advance(times.Min());
    }

    /// <summary>Calls that end at once, as many as there may be and one more.</summary>
    public void Burst(int client)
    {
        for (var call = 0; call <= Math.Min(limit, 40); call++)
        {
            Order(CallClass.Client, client, TimeSpan.Zero);
            EndCalls(3);
        }
    }

    public void Jump(TimeSpan time) => clock.Jump(time);

    public void Order(CallClass callClass, int client, TimeSpan patience)
    {
        waiting.Add((queue.Enqueue(new CallOrder(callClass, $"client {client}", patience)), callClass));
        Check();
    }

    public void Promote(int number, CallClass callClass, int client, TimeSpan patience)
    {
        if (waiting.Count == 0)
            return;
        var (call, before) = waiting[number % waiting.Count];
        call.Promote(new CallOrder(callClass, $"client {client}", patience));
        waiting[number % waiting.Count] = (call, callClass < before ? callClass : before);
        Check();
    }

    public void Cancel(int number)
    {
        if (waiting.Count > 0)
            waiting[number % waiting.Count].Call.Cancel();
        waiting.RemoveAll(order => order.Call.Decision.IsCanceled);
        Check();
    }

    public void Retry(CallClass callClass, int client)
    {
        var retry = queue.TryChargeAsync(callClass, $"client {client}");
        Assert.True(retry.IsCompleted);
        Check();
    }

    public void EndCalls(int count)
    {
        foreach (var lease in leases.Take(count))
            lease.Dispose();
        leases.RemoveRange(0, Math.Min(count, leases.Count));
        Check();
    }

    public void Block(TimeSpan wait)
    {
        blockedUntil = Now + wait > blockedUntil ? Now + wait : blockedUntil;
        ledger.Block(wait);
        Check();
    }

    public void Learn(int limit)
    {
        this.limit = limit;
        ledger.Learn(limit, Window);
        Check();
    }

    /// <summary>Stops in good order or not, and starts again later, perhaps by another wall clock.</summary>
    public async Task RestartAsync(bool isCrash, TimeSpan downFor, TimeSpan jump)
    {
        queue.Dispose();
        if (!isCrash)
            await ledger.DisposeAsync();

        leases.Clear();
        waiting.Clear();
        clock.Advance(downFor);
        clock.Jump(jump);
        (ledger, queue) = Start();
        Check();
    }

    public void Dispose()
    {
        queue.Dispose();
        _ = ledger.DisposeAsync();
        folder.Dispose();
    }

    private (ICallLedger Ledger, CallQueue Queue) Start()
    {
        var started = new RecordingLedger(
            new LocalLedger(clock, new LedgerFile(folder.Path, "name", "this boot", clock, NullLogger.Instance), limit, Window), OnCharged, charge => charges.RemoveAll(known => known.Charge == charge));
        return (started, new CallQueue(started, new BudgetShares(new BudgetOptions { MaxSharePerClient = 1, RefreshShare = 0 }, new LaunchCalendar(clock), clock), 3, clock, NullLogger.Instance));
    }

    private void OnCharged(Charge charge, int leave)
    {
        // The queue survives what a ledger throws, so what is wrong is kept for the next look.
        if (Now < blockedUntil)
            wrong.Add("A call was charged before the upstream wanted one.");
        charges.Add((charge, Now));
        if (InWindow() + leave > limit)
            wrong.Add($"{InWindow()} calls in a window of {limit}, of which {leave} were to be left.");
    }

    private int InWindow() => charges.Count(charge => Now - charge.At < Window);

    /// <summary>What was decided since the last look is sorted out, and nobody went before somebody of a better class.</summary>
    private void Check()
    {
        var granted = waiting.Where(order => order.Call.Decision is { IsCompletedSuccessfully: true, Result.IsGranted: true }).ToList();
        waiting = [.. waiting.Where(order => !order.Call.Decision.IsCompleted)];
        Granted += granted.Count;
        leases.AddRange(granted.Select(order => order.Call.Decision.Result.Lease!));
        Assert.Empty(wrong);
        Assert.DoesNotContain(granted, order => waiting.Any(other => other.Class < order.Class));
        Assert.InRange(leases.Count, 0, 3);
    }
}
