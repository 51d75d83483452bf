using FlightGraph.Upstream.Budget;

namespace FlightGraph.Tests.Budget;

/// <summary>What is kept for whom.</summary>
public sealed partial class CallQueueTests
{
    [Fact]
    public async Task One_Client_Takes_No_More_Than_Its_Share()
    {
        using var bench = new QueueBench(options: new BudgetOptions());
        await bench.SpendAsync(1, client: "greedy");
        await bench.SpendAsync(1, client: "modest");
        bench.Clock.Advance(Minute);

        Assert.Equal(7, await bench.SpendAsync(20, client: "greedy"));
        Assert.Equal(new BudgetRefusal(RefusalReason.ClientShare, TimeSpan.FromMinutes(59)), await QueueBench.RefusalAsync(bench.Order(client: "greedy")));
        Assert.False(await bench.Queue.TryChargeAsync(CallClass.Client, "greedy"));
        Assert.Equal(6, await bench.SpendAsync(20, client: "modest"));
    }

    [Fact]
    public async Task Many_Clients_Leave_Refreshing_Its_Share()
    {
        using var bench = new QueueBench(options: new BudgetOptions { RefreshShare = 0.4 });
        foreach (var client in Enumerable.Range(0, 9))
            Assert.Equal(1, await bench.SpendAsync(1, client: $"client {client}"));

        Assert.Equal(new BudgetRefusal(RefusalReason.Exhausted, Hour), await QueueBench.RefusalAsync(bench.Order(client: "tenth")));
        Assert.Equal(6, await bench.SpendAsync(20, CallClass.Refresh));
    }

    [Fact]
    public async Task Two_Clients_Leave_Refreshing_Nothing()
    {
        using var bench = new QueueBench(options: new BudgetOptions { MaxSharePerClient = 1, RefreshShare = 0.4 });
        await bench.SpendAsync(1, client: "one");

        Assert.Equal(14, await bench.SpendAsync(20, client: "other"));
    }

    [Fact]
    public async Task Client_That_Is_Alone_May_Take_All()
    {
        using var bench = new QueueBench(options: new BudgetOptions());
        await bench.SpendAsync(1, client: "earlier");
        bench.Clock.Advance(Hour);

        Assert.Equal(15, await bench.SpendAsync(20, client: "alone"));
    }

    [Fact]
    public async Task Client_Above_Its_Share_Holds_Up_Nobody_And_Has_Its_Turn_Later()
    {
        using var bench = new QueueBench(options: new BudgetOptions());
        await bench.SpendAsync(1, client: "modest");
        await bench.SpendAsync(8, client: "greedy");
        var late = bench.Order(client: "greedy", patience: Hour);

        Assert.Equal(6, await bench.SpendAsync(7, client: "modest"));
        bench.Clock.Advance(Hour);

        Assert.True(bench.Has(late));
    }

    [Fact]
    public async Task Reserve_Is_Kept_Until_The_Launch_Hour_And_Given_Out_In_It()
    {
        using var bench = new QueueBench();
        bench.Calendar.Note("launch", bench.Clock.GetUtcNow() + TimeSpan.FromMinutes(90), false);

        Assert.Equal(4, await bench.SpendAsync(20, CallClass.Warming));
        Assert.Equal(3, await bench.SpendAsync(20, CallClass.Refresh));
        Assert.Equal(5, await bench.SpendAsync(20));
        Assert.Equal(TimeSpan.FromMinutes(30), (await QueueBench.RefusalAsync(bench.Order())).Wait);
        var patient = bench.Order(patience: TimeSpan.FromMinutes(30));
        bench.Clock.Advance(TimeSpan.FromMinutes(30));

        Assert.True(bench.Has(patient));
        Assert.Equal(2, await bench.SpendAsync(20));
    }

    [Fact]
    public async Task Last_Calls_Of_The_Window_Are_Left_To_Clients()
    {
        using var bench = new QueueBench();

        Assert.Equal(7, await bench.SpendAsync(20, CallClass.Warming));
        Assert.Equal(3, await bench.SpendAsync(20, CallClass.Refresh));
        Assert.Equal(5, await bench.SpendAsync(20));
    }
}
