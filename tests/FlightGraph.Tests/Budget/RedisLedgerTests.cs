using FlightGraph.Tests.Support;
using FlightGraph.Upstream.Budget;
using Microsoft.Extensions.Logging.Abstractions;

namespace FlightGraph.Tests.Budget;

public sealed class RedisLedgerTests : IAsyncLifetime
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly JumpingClock clock = new();
    private readonly RedisServer redis = new();
    private readonly List<RedisReplica> replicas = [];

    // A skipped test has no server to start.
    public Task InitializeAsync() => NodeFactAttribute.IsOnPath(RedisServer.Program) ? redis.StartAsync() : Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await redis.DisposeAsync();
        foreach (var replica in replicas)
            await replica.DisposeAsync();
    }

    [RedisFact]
    public async Task Two_Replicas_Spend_Fifteen_Together()
    {
        var (one, other) = await TwoAsync();

        var (first, second) = (0, 0);
        for (var round = 0; round < 20; round++)
        {
            first += await one.SpendAsync(1);
            second += await other.SpendAsync(1);
            await BeatAsync();
        }

        Assert.Equal(15, first + second);
        Assert.InRange(first, 7, 8);
        Assert.Equal((15, 15), (one.Ledger.View.Used, other.Ledger.View.Used));
        clock.Advance(Hour - TimeSpan.FromMilliseconds(1));
        await BeatAsync();
        Assert.Equal(0, await one.SpendAsync(1) + await other.SpendAsync(1));
        clock.Advance(TimeSpan.FromMilliseconds(1));
        await BeatAsync();
        Assert.Equal(1, await one.SpendAsync(1));
    }

    [RedisFact]
    public async Task One_Replica_May_Spend_All_When_The_Other_Rests()
    {
        var (one, other) = await TwoAsync();

        Assert.Equal(8, await one.SpendAsync(15));
        var attempt = await one.Ledger.TryChargeAsync(0);
        Assert.Equal(RedisLedger.BeatEvery, attempt.RetryIn);
        for (var beat = 0; beat < 10; beat++)
        {
            await BeatAsync();
            await one.SpendAsync(15);
        }

        Assert.Equal(15, one.Ledger.View.Used);
        Assert.Equal(0, await other.SpendAsync(1));
    }

    [RedisFact]
    public async Task What_A_Class_Leaves_Is_Left_By_All_Replicas_Together()
    {
        var (one, other) = await TwoAsync();

        var spent = 0;
        for (var round = 0; round < 20; round++)
        {
            spent += await one.SpendAsync(1, leave: 8) + await other.SpendAsync(1, leave: 8);
            await BeatAsync();
        }

        Assert.Equal(7, spent);
    }

    [RedisFact]
    public async Task Without_Redis_Both_Keep_To_What_They_Were_Promised()
    {
        var (one, other) = await TwoAsync();
        Assert.Equal(5, await one.SpendAsync(5));
        await BeatAsync();
        await BeatAsync();

        await redis.KillAsync();
        var (first, second) = (await one.SpendAsync(15), await other.SpendAsync(15));

        Assert.Equal((5, 5), (first, second));
        Assert.False(one.Ledger.View.IsShared);
        Assert.Equal(0, one.Ledger.View.Limit - one.Ledger.View.Used);
    }

    [RedisFact]
    public async Task Without_Redis_For_Longer_Than_A_Window_Each_Has_Its_Part()
    {
        var (one, other) = await TwoAsync();
        for (var round = 0; round < 8; round++)
        {
            await one.SpendAsync(2);
            await BeatAsync();
        }

        await redis.KillAsync();
        await BeatAsync();
        Assert.Equal(0, await one.SpendAsync(1) + await other.SpendAsync(1));
        Assert.Equal(Hour + TimeSpan.FromSeconds(5), one.Ledger.WaitFor(1, 0));
        clock.Advance(Hour + TimeSpan.FromSeconds(5));
        Assert.Equal((7, 7), (await one.SpendAsync(15), await other.SpendAsync(15)));
        clock.Advance(Hour - TimeSpan.FromTicks(1));
        Assert.Equal(0, await one.SpendAsync(1) + await other.SpendAsync(1));
        clock.Advance(TimeSpan.FromTicks(1));

        Assert.Equal((7, 7), (await one.SpendAsync(15), await other.SpendAsync(15)));
    }

    [RedisFact]
    public async Task Redis_That_Comes_Back_Empty_Learns_All_That_Was_Spent_Before_It_Grants()
    {
        var (one, other) = await TwoAsync();
        Assert.Equal(5, await one.SpendAsync(5));
        await BeatAsync();
        await redis.KillAsync();
        Assert.Equal(2, await other.SpendAsync(2));

        await redis.StartAsync();
        await one.BeatUntilHeardAsync();
        Assert.False(one.Ledger.View.IsShared);
        // What it was promised is its own still.
        Assert.Equal(1, await one.SpendAsync(1));
        await other.BeatUntilHeardAsync();
        await BeatAsync();

        Assert.Equal((8, 8), (one.Ledger.View.Used, other.Ledger.View.Used));
        await SpendAllAsync();
        Assert.Equal((15, 15), (one.Ledger.View.Used, other.Ledger.View.Used));
    }

    [RedisFact]
    public async Task Redis_That_Comes_Back_Empty_Waits_A_Window_For_A_Replica_That_Does_Not()
    {
        var (one, other) = await TwoAsync();
        await redis.KillAsync();
        await other.CrashAsync();
        await redis.StartAsync();

        await one.BeatUntilHeardAsync();
        Assert.Equal(7, await one.SpendAsync(15));
        Assert.False(one.Ledger.View.IsShared);
        clock.Advance(Hour);
        await one.Ledger.BeatAsync();

        Assert.True(one.Ledger.View.IsShared);
    }

    [RedisFact]
    public async Task Replica_That_Nobody_Knew_When_All_Was_Lost_Keeps_Its_Promise_For_A_Minute()
    {
        var one = Add("one");
        await BeatAsync();
        var newcomer = Add("newcomer");
        await newcomer.Ledger.BeatAsync();
        await redis.KillAsync();
        await redis.StartAsync();

        await one.BeatUntilHeardAsync();
        Assert.Equal(7, await one.SpendAsync(15));
        // With its first charge it may be there again, and then it is the last that was waited for.
        Assert.InRange(await newcomer.SpendAsync(15), 7, 8);
        await newcomer.BeatUntilHeardAsync();
        await SpendAllAsync();

        Assert.Equal((15, 15), (one.Ledger.View.Used, newcomer.Ledger.View.Used));

    }

    [RedisFact]
    public async Task Return_Of_Redis_Brings_No_Storm()
    {
        var (one, other) = await TwoAsync();
        using var queue = new CallQueue(
            one.Ledger, new BudgetShares(new BudgetOptions { MaxSharePerClient = 1, RefreshShare = 0 }, new LaunchCalendar(clock), clock), 64, clock, NullLogger.Instance);
        await SpendAllAsync();
        await redis.KillAsync();
        await one.Ledger.BeatAsync();
        var calls = Enumerable.Range(0, 100).Select(number => queue.Enqueue(new CallOrder(CallClass.Client, $"{number}", Hour * 2))).ToList();

        await redis.StartAsync();
        await other.BeatUntilHeardAsync();
        await one.BeatUntilHeardAsync();
        await BeatAsync();
        Assert.True(one.Ledger.View.IsShared && other.Ledger.View.IsShared);
        Assert.DoesNotContain(calls, call => call.Decision.IsCompletedSuccessfully && call.Decision.Result.IsGranted);
        clock.Advance(Hour);
        for (var beat = 0; beat < 20; beat++)
            await BeatAsync();

        Assert.InRange(calls.Count(call => call.Decision.IsCompletedSuccessfully && call.Decision.Result.IsGranted), 1, 15);
        Assert.InRange(other.Ledger.View.Used, 1, 15);
    }

    [RedisFact]
    public async Task Replica_That_Stops_In_Good_Order_Leaves_Its_Promise_To_The_Others()
    {
        var (one, other) = await TwoAsync();

        await one.Ledger.DisposeAsync();

        Assert.Equal(15, await other.SpendAsync(15));
    }

    [RedisFact]
    public async Task Replica_That_Falls_Silent_May_Spend_Its_Promise_So_The_Others_Do_Not()
    {
        var (one, other) = await TwoAsync();
        await one.CrashAsync();

        Assert.Equal(8, await other.SpendAsync(15));
        clock.Advance(Hour * 2);
        await other.Ledger.BeatAsync();

        Assert.Equal(15, await other.SpendAsync(15));
    }

    [RedisFact]
    public async Task Told_Wait_Holds_For_All_Replicas_And_Outlives_Redis()
    {
        var (one, other) = await TwoAsync();

        one.Ledger.Block(TimeSpan.FromSeconds(90));
        await BeatAsync();
        Assert.Equal(0, await other.SpendAsync(1));
        await redis.KillAsync();
        clock.Advance(TimeSpan.FromSeconds(89));
        Assert.Equal(0, await other.SpendAsync(1));
        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(1, await other.SpendAsync(1));
    }

    [RedisFact]
    public async Task Redis_That_Is_Away_At_The_Start_Leaves_Each_Its_Part()
    {
        await redis.KillAsync();
        var one = Add("one");

        Assert.Equal(7, await one.SpendAsync(15));
        await redis.StartAsync();
        await one.BeatUntilHeardAsync();

        Assert.Equal(7, one.Ledger.View.Used);
    }

    [RedisFact]
    public async Task Calls_Of_Others_That_Two_Replicas_Hear_Of_Are_Added_Once()
    {
        var (one, other) = await TwoAsync();
        await one.SpendAsync(3);

        await one.Ledger.ReconcileAsync(10, 3, null);
        await other.Ledger.ReconcileAsync(10, 0, null);

        Assert.Equal((10, 10), (one.Ledger.View.Used, other.Ledger.View.Used));
    }

    [RedisFact]
    public async Task Refunded_Charge_Is_Free_For_All()
    {
        var (one, other) = await TwoAsync();
        one.Ledger.Refund((await one.Ledger.TryChargeAsync(0)).Charge!);
        await BeatAsync();

        Assert.Equal((0, 0), (one.Ledger.View.Used, other.Ledger.View.Used));
    }

    [RedisFact]
    public async Task Large_Limit_Is_Shared_Too()
    {
        var (one, other) = (Add("one", 10_000), Add("other", 10_000));
        await BeatAsync();

        Assert.Equal(1500, await one.SpendAsync(1500));
        Assert.Equal(500, await other.SpendAsync(500));
        await BeatAsync();

        Assert.Equal((2000, 2000), (one.Ledger.View.Used, other.Ledger.View.Used));
    }

    private async Task<(RedisReplica One, RedisReplica Other)> TwoAsync()
    {
        var two = (Add("one"), Add("other"));
        // The first to come hears of the other with its second beat.
        await BeatAsync();
        await BeatAsync();
        return two;
    }

    private RedisReplica Add(string name, int limit = 15)
    {
        var replica = new RedisReplica(redis, clock, name, limit);
        replicas.Add(replica);
        return replica;
    }

    private async Task BeatAsync()
    {
        foreach (var replica in replicas)
            await replica.Ledger.BeatAsync();
    }

    private async Task SpendAllAsync()
    {
        for (var round = 0; round < 20; round++)
        {
            foreach (var replica in replicas)
                await replica.SpendAsync(1);
            await BeatAsync();
        }
    }
}
