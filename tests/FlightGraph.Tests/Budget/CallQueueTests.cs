using FlightGraph.Upstream.Budget;

namespace FlightGraph.Tests.Budget;

public sealed partial class CallQueueTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    [Fact]
    public async Task Sixteenth_Call_Is_Never_Sent_And_Told_When_To_Come_Back()
    {
        using var bench = new QueueBench();
        await bench.SpendAsync(15);
        bench.Clock.Advance(TimeSpan.FromMinutes(20));

        Assert.Equal(new BudgetRefusal(RefusalReason.Exhausted, TimeSpan.FromMinutes(40)), await QueueBench.RefusalAsync(bench.Order(patience: TimeSpan.FromMinutes(39))));
    }

    [Fact]
    public async Task Order_Is_Served_The_Moment_A_Place_In_The_Window_Is_Free()
    {
        using var bench = new QueueBench();
        await bench.SpendAsync(15);
        var call = bench.Order(patience: Hour);

        bench.Clock.Advance(Hour - Tick);
        Assert.False(bench.Has(call));
        bench.Clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.True(bench.Has(call));
    }

    [Fact]
    public async Task Those_Ahead_Are_Counted_Into_The_Wait()
    {
        using var bench = new QueueBench(limit: 3);
        for (var call = 0; call < 3; call++)
        {
            await bench.SpendAsync(1);
            bench.Clock.Advance(Minute);
        }

        bench.Order(client: "first", patience: Hour);
        bench.Order(client: "second", patience: Hour);

        Assert.Equal(TimeSpan.FromMinutes(59), (await QueueBench.RefusalAsync(bench.Order(client: "third"))).Wait);
        // One more that waits is served; the next one's turn comes only when the first of those has grown old again.
        bench.Order(client: "third", patience: Hour);
        Assert.Equal(TimeSpan.FromMinutes(57 + 60), (await QueueBench.RefusalAsync(bench.Order(client: "fourth"))).Wait);
    }

    [Fact]
    public async Task Waiting_Order_Is_Refused_As_Soon_As_Others_Push_It_Out()
    {
        using var bench = new QueueBench(limit: 1);
        var refresh = bench.Order(CallClass.Refresh, patience: Hour);
        Assert.Equal(RefusalReason.Exhausted, (await QueueBench.RefusalAsync(refresh)).Reason);

        using var wider = new QueueBench(limit: 2, options: new BudgetOptions { ClientShare = 0, MaxSharePerClient = 1, RefreshShare = 0 });
        await wider.SpendAsync(2);
        var waiting = wider.Order(CallClass.Refresh, patience: Hour);
        wider.Order(client: "one", patience: Hour);
        Assert.False(waiting.Decision.IsCompleted);
        wider.Order(client: "two", patience: Hour);

        Assert.Equal(new BudgetRefusal(RefusalReason.Exhausted, Hour * 2), await QueueBench.RefusalAsync(waiting));
    }

    [Fact]
    public async Task Greedy_Client_Does_Not_Starve_Modest_Ones()
    {
        using var bench = new QueueBench();
        await bench.SpendAsync(15, client: "before");
        var greedy = Enumerable.Range(0, 500).Select(_ => bench.Order(client: "greedy", patience: Hour)).ToList();
        var modest = Enumerable.Range(0, 10).Select(number => bench.Order(client: $"modest {number}", patience: Hour)).ToList();

        bench.Clock.Advance(Hour);

        Assert.All(modest, call => Assert.True(bench.Has(call)));
        Assert.Equal(5, greedy.Count(bench.Has));
        Assert.All(greedy.Skip(5), call => Assert.True(call.Decision.IsCompleted));
    }

    [Fact]
    public async Task Client_Goes_Before_Refresh_And_Refresh_Before_Warming()
    {
        using var bench = new QueueBench(limit: 100, places: 1, options: new BudgetOptions { MaxSharePerClient = 1, RefreshShare = 0 });
        var running = bench.Order();
        PendingCall[] waiting =
        [
            bench.Order(CallClass.Warming, patience: Hour), bench.Order(CallClass.Refresh, patience: Hour), bench.Order(CallClass.Client, patience: Hour),
        ];

        List<int> served = [];
        Assert.True(bench.Has(running));
        while (served.Count < 3)
        {
            bench.EndCalls();
            served.Add(Array.FindIndex(waiting, bench.Has));
            waiting[served[^1]] = bench.Order(CallClass.Warming, patience: -Tick);
        }

        Assert.Equal([2, 1, 0], served);
        await Task.CompletedTask;
    }

    [Fact]
    public async Task Limit_Of_One_Is_For_Clients()
    {
        using var bench = new QueueBench(limit: 1, options: new BudgetOptions());
        bench.Calendar.Note("soon", bench.Clock.GetUtcNow() + TimeSpan.FromMinutes(90), false);

        Assert.Equal(0, await bench.SpendAsync(1, CallClass.Warming));
        Assert.Equal(0, await bench.SpendAsync(1, CallClass.Refresh));
        Assert.Equal(1, await bench.SpendAsync(1));
    }

    [Fact]
    public async Task Order_Without_A_Place_Is_Told_That_All_Are_Taken()
    {
        using var bench = new QueueBench(places: 1);
        Assert.True(bench.Has(bench.Order()));
        var waiting = bench.Order(patience: Minute);

        Assert.Equal(RefusalReason.AllPlacesTaken, (await QueueBench.RefusalAsync(bench.Order())).Reason);
        bench.Clock.Advance(Minute);

        Assert.Equal(new BudgetRefusal(RefusalReason.AllPlacesTaken, TimeSpan.Zero), await QueueBench.RefusalAsync(waiting));
        Assert.Equal(1, bench.Ledger.View.Used);
    }

    [Fact]
    public async Task Place_Is_Free_When_The_Lease_Is_Disposed_Of_Once_Or_Twice()
    {
        using var bench = new QueueBench(places: 1);
        var lease = (await bench.Order().Decision).Lease!;
        lease.Dispose();
        lease.Dispose();

        Assert.True(bench.Has(bench.Order()));
        Assert.False(bench.Has(bench.Order()));
    }

    [Fact]
    public async Task Cancelled_Order_Costs_Nothing()
    {
        using var bench = new QueueBench(limit: 2);
        await bench.SpendAsync(2);
        var cancelled = bench.Order(client: "one", patience: Hour);
        var waiting = bench.Order(client: "two", patience: Hour);

        Assert.True(cancelled.Cancel());
        bench.Clock.Advance(Hour);

        Assert.True(cancelled.Decision.IsCanceled);
        Assert.True(bench.Has(waiting));
        Assert.False(waiting.Cancel());
        Assert.Equal(1, bench.Ledger.View.Used);
    }

    [Fact]
    public async Task Promoted_Order_Moves_To_The_Better_Class_And_The_Longer_Patience()
    {
        using var bench = new QueueBench(limit: 2, options: new BudgetOptions { MaxSharePerClient = 1, ClientShare = 0, RefreshShare = 0 });
        await bench.SpendAsync(1);
        bench.Clock.Advance(Minute);
        await bench.SpendAsync(1);
        var refresh = bench.Order(CallClass.Refresh, patience: Hour);
        var warming = bench.Order(CallClass.Warming, patience: Hour * 3);

        warming.Promote(new CallOrder(CallClass.Client, "somebody", TimeSpan.Zero));
        bench.Clock.Advance(TimeSpan.FromMinutes(59));

        Assert.True(bench.Has(warming));
        Assert.False(bench.Has(refresh));
    }

    [Fact]
    public async Task Order_Joined_By_A_Modest_Client_Is_Served_In_Its_Turn()
    {
        using var bench = new QueueBench(limit: 2);
        await bench.SpendAsync(2);
        var greedy = Enumerable.Range(0, 2).Select(_ => bench.Order(client: "greedy", patience: Hour * 3)).ToList();
        var third = bench.Order(client: "greedy", patience: Hour * 3);

        third.Promote(new CallOrder(CallClass.Client, "modest", Hour));
        bench.Clock.Advance(Hour);

        Assert.Equal([true, false, true], new[] { greedy[0], greedy[1], third }.Select(bench.Has));
    }

    [Fact]
    public async Task Told_Wait_Is_Obeyed_To_The_Second_And_Named()
    {
        using var bench = new QueueBench();
        bench.Ledger.Block(TimeSpan.FromSeconds(90));
        var waiting = bench.Order(patience: Hour);

        Assert.Equal(new BudgetRefusal(RefusalReason.ToldToWait, TimeSpan.FromSeconds(90)), await QueueBench.RefusalAsync(bench.Order(client: "other")));
        Assert.False(await bench.Queue.TryChargeAsync(CallClass.Client, "client"));
        bench.Clock.Advance(TimeSpan.FromSeconds(89.999));
        Assert.False(bench.Has(waiting));
        bench.Clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.True(bench.Has(waiting));
    }

    [Fact]
    public async Task Order_That_A_Told_Wait_Pushes_Past_Its_Patience_Is_Refused_At_Once()
    {
        using var bench = new QueueBench(limit: 1);
        await bench.SpendAsync(1);
        var waiting = bench.Order(patience: Hour);

        bench.Ledger.Block(Hour * 2);

        Assert.Equal(new BudgetRefusal(RefusalReason.ToldToWait, Hour * 2), await QueueBench.RefusalAsync(waiting));
    }

    [Fact]
    public async Task Retry_Is_Charged_And_Does_Not_Pass_Those_Who_Wait()
    {
        using var bench = new QueueBench(limit: 2);

        Assert.True(await bench.Queue.TryChargeAsync(CallClass.Client, "client"));
        Assert.Equal(1, await bench.SpendAsync(2));
        Assert.False(await bench.Queue.TryChargeAsync(CallClass.Client, "client"));
        bench.Order(patience: Hour);
        Assert.False(await bench.Queue.TryChargeAsync(CallClass.Warming, "client"));
        Assert.Equal(2, bench.Ledger.View.Used);
    }

    [Fact]
    public async Task Watcher_Is_Told_When_Its_Class_Could_Call_And_Nobody_Waits()
    {
        using var bench = new QueueBench();
        await bench.SpendAsync(8);
        var warming = bench.Queue.WaitUntilFreeAsync(CallClass.Warming, default);
        var refresh = bench.Queue.WaitUntilFreeAsync(CallClass.Refresh, default);

        Assert.True(await refresh);
        Assert.False(warming.IsCompleted);
        bench.Clock.Advance(Hour);

        Assert.True(await warming);
        Assert.Equal(0, bench.Ledger.View.Used);
    }

    [Fact]
    public async Task Watcher_Ends_With_Its_Caller_And_With_The_Queue()
    {
        var bench = new QueueBench(limit: 1);
        using var source = new CancellationTokenSource();
        var cancelled = bench.Queue.WaitUntilFreeAsync(CallClass.Warming, source.Token);
        var stopped = bench.Queue.WaitUntilFreeAsync(CallClass.Warming, default);
        await bench.SpendAsync(1);
        var order = bench.Order(patience: Hour);

        source.Cancel();
        bench.Dispose();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        Assert.False(await stopped);
        Assert.True(order.Decision.IsCanceled);
    }

    [Fact]
    public async Task Thousands_Of_Orders_Are_Served_Without_Delay_Where_The_Limit_Is_Large()
    {
        using var bench = new QueueBench(limit: 1_000_000, places: 4);
        var calls = Enumerable.Range(0, 5000).Select(number => bench.Order(client: $"client {number % 50}", patience: Minute)).ToList();

        foreach (var call in calls)
            _ = call.Decision.ContinueWith(decision => decision.Result.Lease!.Dispose(), TaskScheduler.Default);
        var decisions = await Task.WhenAll(calls.Select(call => call.Decision));

        Assert.All(decisions, decision => Assert.True(decision.IsGranted));
    }

    [Fact]
    public async Task Clients_That_Are_Remembered_Are_Few()
    {
        using var bench = new QueueBench(limit: 1_000_000, options: new BudgetOptions());
        for (var client = 0; client < 25_000; client++)
            await bench.SpendAsync(1, client: $"client {client}");

        Assert.Equal(25_000, bench.Ledger.View.Used);
    }
}
