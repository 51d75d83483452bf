using FlightGraph.Upstream.Budget;
using Microsoft.Extensions.Logging.Abstractions;

namespace FlightGraph.Tests.Budget;

public sealed class LocalLedgerTests : IDisposable
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly JumpingClock clock = new();
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Sixteenth_Call_Of_An_Hour_Is_Never_Charged()
    {
        await using var ledger = Open();

        Assert.Equal(15, await SpendAsync(ledger, 16));
        Assert.Equal(15, ledger.View.Used);
    }

    [Fact]
    public async Task Place_Is_Taken_At_59_59_And_Free_At_60_00()
    {
        await using var ledger = Open();
        await SpendAsync(ledger, 15);

        clock.Advance(Hour - TimeSpan.FromTicks(1));
        Assert.Equal(0, await SpendAsync(ledger, 1));
        Assert.Equal(TimeSpan.FromTicks(1), ledger.WaitFor(1, 0));
        clock.Advance(TimeSpan.FromTicks(1));

        Assert.Equal(15, await SpendAsync(ledger, 16));
    }

    [Fact]
    public async Task Calls_Come_Back_One_By_One_As_They_Were_Spent()
    {
        await using var ledger = Open();
        for (var call = 0; call < 15; call++)
        {
            await SpendAsync(ledger, 1);
            clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(TimeSpan.FromMinutes(45), ledger.WaitFor(1, 0));
        Assert.Equal(TimeSpan.FromMinutes(46), ledger.WaitFor(2, 0));
        // The sixteenth from now needs the first of these to be made and to grow old.
        Assert.Equal(TimeSpan.FromMinutes(105), ledger.WaitFor(16, 0));
        clock.Advance(TimeSpan.FromMinutes(46));
        Assert.Equal(2, await SpendAsync(ledger, 3));
    }

    [Fact]
    public async Task Call_That_The_Upstream_Counted_Late_Counts_From_Then()
    {
        await using var ledger = Open(limit: 1);
        var charge = (await ledger.TryChargeAsync(0)).Charge!;

        clock.Advance(Hour * 2);
        Assert.Equal(1, ledger.View.Used);
        ledger.Settle(charge);

        Assert.Equal(Hour, ledger.WaitFor(1, 0));
    }

    [Fact]
    public async Task Jump_Of_The_Wall_Clock_Changes_Nothing()
    {
        await using var ledger = Open();
        await SpendAsync(ledger, 15);

        foreach (var hours in (int[])[30, -100, 2])
        {
            clock.Jump(TimeSpan.FromHours(hours));
            Assert.Equal(0, await SpendAsync(ledger, 1));
            Assert.Equal(Hour, ledger.WaitFor(1, 0));
        }
    }

    [Fact]
    public async Task Restart_In_Mid_Hour_Knows_What_Was_Spent_And_When()
    {
        await using (var before = Open())
        {
            await SpendAsync(before, 10);
            clock.Advance(TimeSpan.FromMinutes(40));
            await SpendAsync(before, 2);
        }

        clock.Advance(TimeSpan.FromMinutes(5));
        await using var after = Open();

        Assert.Equal(12, after.View.Used);
        Assert.Equal(3, await SpendAsync(after, 10));
        Assert.Equal(TimeSpan.FromMinutes(15), after.WaitFor(1, 0));
    }

    [Fact]
    public async Task Charge_Is_On_Disk_Before_The_Call_Can_Be_Made()
    {
        // Neither is closed: the second reads what a crash of the first leaves behind.
        var crashed = Open();
        await SpendAsync(crashed, 7);
        await using var after = Open();

        Assert.Equal(7, after.View.Used);
    }

    [Fact]
    public async Task Refunded_Charge_Is_Gone_From_Disk_Too()
    {
        await using (var before = Open())
            before.Refund((await before.TryChargeAsync(0)).Charge!);
        await using var after = Open();

        Assert.Equal(0, after.View.Used);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(-5)]
    public async Task Jump_That_A_Living_Ledger_Has_Seen_Makes_No_Charge_Older_Or_Younger_After_A_Restart(int hours)
    {
        await using (var before = Open())
        {
            await SpendAsync(before, 15);
            clock.Jump(TimeSpan.FromHours(hours));
            clock.Advance(TimeSpan.FromMinutes(10));
        }

        await using var after = Open();

        Assert.Equal(TimeSpan.FromMinutes(50), after.WaitFor(1, 0));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(-5)]
    public async Task Jump_That_Nobody_Has_Seen_Changes_Nothing_While_The_Machine_Runs_On(int hours)
    {
        // Not closed: a crash.
        var crashed = Open(boot: "this one");
        await SpendAsync(crashed, 15);
        clock.Advance(TimeSpan.FromMinutes(5));
        clock.Jump(TimeSpan.FromHours(hours));
        clock.Advance(TimeSpan.FromMinutes(5));
        await using var after = Open(boot: "this one");

        Assert.Equal(TimeSpan.FromMinutes(50), after.WaitFor(1, 0));
    }

    [Fact]
    public async Task Charge_From_The_Future_Counts_As_Made_Now()
    {
        await using (var before = Open())
            await SpendAsync(before, 15);
        clock.Jump(TimeSpan.FromHours(-3));
        await using (var after = Open())
            Assert.Equal(Hour, after.WaitFor(1, 0));

        // And not again at the next start, else it would count for three hours.
        clock.Advance(TimeSpan.FromMinutes(30));
        await using var later = Open();
        Assert.Equal(TimeSpan.FromMinutes(30), later.WaitFor(1, 0));
    }

    [Fact]
    public async Task Two_Processes_On_One_Folder_Spend_One_Budget()
    {
        await using var one = Open();
        await using var other = Open();

        Assert.Equal(9, await SpendAsync(one, 9));
        clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(6, await SpendAsync(other, 10));
        Assert.Equal(0, await SpendAsync(one, 1));
    }

    [Fact]
    public async Task Upstreams_In_One_Folder_Have_A_Budget_Each()
    {
        await using var one = Open();
        await SpendAsync(one, 15);
        await using var other = Open(name: "another");

        Assert.Equal(0, other.View.Used);
    }

    [Fact]
    public async Task Large_Limit_Is_Written_Ahead_And_A_Crash_Counts_The_Rest_As_Used()
    {
        var crashed = Open(limit: 1_000_000);
        Assert.Equal(2500, await SpendAsync(crashed, 2500));
        Assert.Equal(2500, crashed.View.Used);

        await using var after = Open(limit: 1_000_000);
        Assert.Equal(3000, after.View.Used);
    }

    [Fact]
    public async Task Large_Limit_Is_Kept_To_And_Loses_Nothing_When_It_Stops_In_Good_Order()
    {
        await using (var before = Open(limit: 5000))
        {
            Assert.Equal(5000, await SpendAsync(before, 5001));
            clock.Advance(Hour + TimeSpan.FromSeconds(4));
            Assert.Equal(7, await SpendAsync(before, 7));
        }

        await using var after = Open(limit: 5000);
        Assert.Equal(7, after.View.Used);
    }

    [Fact]
    public async Task Folder_That_Cannot_Be_Written_Costs_A_Warning_And_No_Call()
    {
        var file = Path.Combine(folder.Path, "file");
        await File.WriteAllTextAsync(file, "");
        var log = new Support.LogLines("budget");
        await using var ledger = new LocalLedger(clock, new LedgerFile(file, "name", null, clock, log), 15, Hour);

        Assert.Equal(15, await SpendAsync(ledger, 16));
        Assert.Single(log.Lines);
    }

    [Fact]
    public async Task File_That_Is_No_Ledger_Costs_A_Warning_And_No_Call()
    {
        await File.WriteAllTextAsync(Path.Combine(folder.Path, LedgerFile.FileName), string.Concat(Enumerable.Repeat("not a database ", 1000)));
        await using var ledger = Open();

        Assert.Equal(15, await SpendAsync(ledger, 16));
    }

    [Fact]
    public async Task Told_Wait_Is_Obeyed_To_The_Second_And_Survives_A_Restart()
    {
        await using (var before = Open())
        {
            before.Block(TimeSpan.FromSeconds(90));
            before.Block(TimeSpan.FromSeconds(30));
            clock.Advance(TimeSpan.FromSeconds(60));
            Assert.Equal(0, await SpendAsync(before, 1));
        }

        await using var after = Open();
        clock.Advance(TimeSpan.FromSeconds(30) - TimeSpan.FromTicks(1));
        Assert.Equal(0, await SpendAsync(after, 1));
        Assert.Equal(TimeSpan.FromTicks(1), after.WaitFor(1, 0));
        clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(1, await SpendAsync(after, 1));
    }

    [Fact]
    public async Task Charges_Of_Others_Are_Added_And_Fewer_Never_Lower_Ours()
    {
        await using var ledger = Open();
        await SpendAsync(ledger, 5);

        await ledger.ReconcileAsync(3, 5, null);
        Assert.Equal(5, ledger.View.Used);
        await ledger.ReconcileAsync(8, 5, null);

        Assert.Equal(8, ledger.View.Used);
        Assert.Equal(Hour, ledger.WaitFor(8, 0));
    }

    [Fact]
    public async Task Full_Upstream_Tells_When_The_First_Call_Of_Others_Ends()
    {
        await using var ledger = Open();
        await SpendAsync(ledger, 5);

        await ledger.ReconcileAsync(15, 5, TimeSpan.FromSeconds(1631));

        Assert.Equal(TimeSpan.FromSeconds(1631), ledger.WaitFor(1, 0));
        Assert.Equal(Hour, ledger.WaitFor(2, 0));
    }

    [Fact]
    public async Task Learned_Limit_Holds_From_Then_On()
    {
        await using var ledger = Open();
        await SpendAsync(ledger, 10);

        ledger.Learn(5, Hour);
        Assert.Equal(0, await SpendAsync(ledger, 1));
        ledger.Learn(1_000_000, Hour);
        Assert.Equal(100, await SpendAsync(ledger, 100));
        ledger.Learn(15, TimeSpan.FromMinutes(5));

        Assert.Equal(0, await SpendAsync(ledger, 1));
    }

    private static async Task<int> SpendAsync(LocalLedger ledger, int calls)
    {
        var charged = 0;
        for (var call = 0; call < calls; call++)
        {
            if ((await ledger.TryChargeAsync(0)).Charge is not { } charge)
                continue;
            ledger.Settle(charge);
            charged++;
        }

        return charged;
    }

    private LocalLedger Open(int limit = 15, string name = "name", string? boot = null) =>
        new(clock, new LedgerFile(folder.Path, name, boot, clock, NullLogger.Instance), limit, Hour);
}
