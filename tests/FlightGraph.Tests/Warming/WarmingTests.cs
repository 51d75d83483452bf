using System.Collections.Concurrent;
using FlightGraph.StandIn;
using FlightGraph.Upstream.Warming;

namespace FlightGraph.Tests.Warming;

/// <summary>Idle budget is spent on what clients ask for, and never on their account.</summary>
public sealed class WarmingTests : IAsyncLifetime
{
    private const string Unlimited = "--Budget:Limit=100000";

    private readonly ConcurrentQueue<string> calls = new();
    private StandInServer standIn = null!;

    public async Task InitializeAsync() => standIn = await StandInServer.StartAsync(onRequest: call => calls.Enqueue(Uri.UnescapeDataString(call["/2.3.0/".Length..])));

    public async Task DisposeAsync() => await standIn.DisposeAsync();

    [Fact]
    public async Task What_Is_Worth_Most_Comes_First()
    {
        await using var gateway = await StartAsync(Unlimited);

        await gateway.WarmUntilNothingIsDueAsync();

        Assert.Equal(
            ["edited launches", "edited events", "upcoming launches", "upcoming events", "locations", "programs", "space stations", "celestial bodies", "spacecraft types", "agencies", "vocabularies"],
            gateway.Report.Calls.Reverse().Select(call => call.Target).Distinct());
        Assert.DoesNotContain(gateway.Report.Calls, call => call.HasFailed);
        Assert.Equal(WarmingIdleReason.NothingDue, gateway.Report.IdleBecause);
        Assert.True(gateway.Report.NextDue > gateway.Clock.GetUtcNow());
    }

    [Fact]
    public async Task Clients_Find_Their_Answers_There()
    {
        await using var gateway = await StartAsync(Unlimited);
        await gateway.WarmUntilNothingIsDueAsync();
        calls.Clear();

        var answer = await gateway.Gateway.QueryAsync("""
            {
              launches(window: UPCOMING, first: 5) { totalCount nodes { name net status { abbrev } pad { name location { name celestialBody { name } } } launchServiceProvider { name } } }
              events(window: UPCOMING, first: 5) { nodes { name date type { name } } }
              locations(first: 20) { nodes { name pads { name } } }
              programs { nodes { name description } }
              spaceStations(first: 3) { nodes { name dockingLocation { name } } }
              celestialBodies { nodes { name totalAttemptedLaunches } }
              spacecraftConfigurations(first: 3) { nodes { name } }
              agencies(first: 50) { nodes { name country { alpha2Code } } }
              launchStatuses { name }
              countries { alpha2Code }
            }
            """);

        Assert.Empty(answer.ErrorSummaries);
        Assert.Empty(calls);
    }

    [Fact]
    public async Task Last_Calls_Of_The_Window_Are_Left_To_Clients()
    {
        await using var gateway = await StartAsync("--Budget:Limit=15");
        var made = 0;
        for (var minute = 0; minute < 5 * 60; minute++)
        {
            made += await gateway.WarmAsync() ? 1 : 0;
            Assert.True(gateway.Budget.Remaining >= 8, $"{gateway.Budget.Remaining} calls were left after {minute} minutes.");
            gateway.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.InRange(made, 20, 35);
        for (var id = 1; id <= 5; id++)
            Assert.Empty((await gateway.Gateway.QueryAsync($"{{ spacecraft(id: {id}) {{ inSpace }} }}")).ErrorSummaries);
    }

    [Fact]
    public async Task What_Clients_Use_Most_Comes_Before_What_They_Use_Less()
    {
        await using var gateway = await StartAsync(Unlimited);
        await UseAsync(gateway, agency: 44, times: 30);
        await UseAsync(gateway, agency: 121, times: 60);
        await UseAsync(gateway, agency: 63, times: 2);
        gateway.Advance(TimeSpan.FromHours(24));
        calls.Clear();

        await gateway.WarmUntilNothingIsDueAsync();

        Assert.Equal(["agencies/121/", "agencies/44/"], calls.Where(call => call.StartsWith("agencies/", StringComparison.Ordinal) && !call.Contains('?')));
    }

    [Fact]
    public async Task Report_Stands_In_The_Status()
    {
        await using var gateway = await StartAsync(Unlimited);
        await gateway.WarmAsync();

        var answer = await gateway.Gateway.QueryAsync("{ upstream { warming { enabled calls targets { target calls } lastCall { at target rows moved hasFailed } idleBecause nextDue } } }");

        Assert.Equal(
            """{"enabled":true,"calls":1,"targets":[{"target":"edited launches","calls":1}],"lastCall":{"at":"2026-07-24T12:00:00Z","target":"edited launches","rows":0,"moved":0,"hasFailed":false},"idleBecause":null,"nextDue":null}""",
            answer.At("upstream.warming").GetRawText());
    }

    private static async Task UseAsync(WarmGateway gateway, int agency, int times)
    {
        for (var i = 0; i < times; i++)
            Assert.Empty((await gateway.Gateway.QueryAsync($"{{ agency(id: {agency}) {{ name totalLaunchCount launcherList {{ name }} }} }}")).ErrorSummaries);
    }

    private Task<WarmGateway> StartAsync(params string[] settings) => WarmGateway.StartAsync(standIn.BaseAddress.AbsoluteUri, settings);
}
