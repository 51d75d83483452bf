using FlightGraph.Upstream;
using FlightGraph.Upstream.Http;

namespace FlightGraph.Tests.Upstream;

public sealed class BreakerTests
{
    [Fact]
    public async Task Three_Failures_In_A_Row_Stop_The_Calls()
    {
        var network = new ScriptedNetwork(ScriptedNetwork.Json(), ScriptedNetwork.Status(503));
        await using var http = new HttpUnderTest(network);
        await http.GetAsync();

        await http.GetAsync();
        var last = await http.GetAsync();
        var held = await http.GetAsync();

        // Two for the first call, one for the second: a breaker that has just opened forgoes its retry.
        Assert.Equal(1 + 2 + 1, network.Attempts);
        Assert.Equal(1, http.Charges);
        Assert.Equal(1, last.Attempts);
        Assert.Equal(BreakerState.Open, http.Health.State);
        Assert.Equal(0, held.Attempts);
        Assert.Equal(UpstreamErrorKind.Unavailable, held.Error?.Kind);
        Assert.Equal(TimeSpan.FromSeconds(30), held.Error?.RetryAfter);
    }

    [Fact]
    public async Task Page_In_The_Place_Of_Json_Is_A_Failure()
    {
        var network = new ScriptedNetwork(ScriptedNetwork.Page());
        await using var http = new HttpUnderTest(network);

        for (var call = 0; call < 5; call++)
            await http.GetAsync();

        Assert.Equal(3, network.Attempts);
        Assert.Equal((http.Clock.GetUtcNow(), UpstreamErrorKind.Malformed), http.Health.LastFailure);
    }

    [Fact]
    public async Task Good_Answer_Between_Failures_Keeps_Calls_Going()
    {
        var pair = new[] { ScriptedNetwork.Status(500), ScriptedNetwork.Json() };
        var network = new ScriptedNetwork([.. Enumerable.Repeat(pair, 10).SelectMany(answers => answers)]);
        await using var http = new HttpUnderTest(network);

        for (var call = 0; call < 10; call++)
            Assert.NotNull((await http.GetAsync()).Body);

        Assert.Equal(BreakerState.Closed, http.Health.State);
        Assert.Equal(http.Clock.GetUtcNow(), http.Health.LastGoodCall);
        Assert.Null(http.Health.LastFailure);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(404)]
    [InlineData(400)]
    public async Task Upstream_That_Answers_Is_Not_Broken(int status)
    {
        var network = new ScriptedNetwork(ScriptedNetwork.Status(status));
        await using var http = new HttpUnderTest(network);

        for (var call = 0; call < 5; call++)
            await http.GetAsync();

        Assert.Equal(5, network.Attempts);
        Assert.Equal(BreakerState.Closed, http.Health.State);
    }

    [Fact]
    public async Task Probe_That_Succeeds_Lets_Calls_Go_Again()
    {
        var failure = ScriptedNetwork.Page();
        var network = new ScriptedNetwork(failure, failure, failure, ScriptedNetwork.Json());
        using var http = await BrokenAsync(network);

        http.Clock.Advance(TimeSpan.FromSeconds(29));
        await http.GetAsync();
        Assert.Equal(3, network.Attempts);
        Assert.Equal(TimeSpan.FromSeconds(1), http.Health.UntilProbe);

        http.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(BreakerState.HalfOpen, http.Health.State);
        var probe = await http.GetAsync();

        Assert.NotNull(probe.Body);
        Assert.Equal(BreakerState.Closed, http.Health.State);
        Assert.Equal(TimeSpan.Zero, http.Health.UntilProbe);
    }

    [Fact]
    public async Task One_Call_Goes_As_A_Probe_While_Others_Are_Held_Back()
    {
        var probeEnds = new TaskCompletionSource<HttpResponseMessage>();
        var failure = ScriptedNetwork.Page();
        var network = new ScriptedNetwork(failure, failure, failure, _ => probeEnds.Task, ScriptedNetwork.Json());
        using var http = await BrokenAsync(network);
        http.Clock.Advance(TimeSpan.FromSeconds(30));

        var probe = http.GetAsync();
        for (var attempt = 0; attempt < 4; attempt++)
            await network.ArrivalAsync();
        var held = await http.GetAsync();
        probeEnds.SetResult(await ScriptedNetwork.Json()(default));

        Assert.Equal(0, held.Attempts);
        Assert.Equal(TimeSpan.FromSeconds(10), held.Error?.RetryAfter);
        Assert.NotNull((await probe).Body);
        Assert.NotNull((await http.GetAsync()).Body);
    }

    [Fact]
    public async Task Break_Doubles_While_Probes_Fail_Up_To_Ten_Minutes()
    {
        // Such as a retry would follow, were it no probe.
        var network = new ScriptedNetwork(ScriptedNetwork.Status(503));
        using var http = await BrokenAsync(network);
        var breaks = new List<double>();

        for (var probe = 0; probe < 7; probe++)
        {
            breaks.Add(http.Health.UntilProbe.TotalSeconds);
            http.Clock.Advance(http.Health.UntilProbe);
            Assert.Equal(1, (await http.GetAsync()).Attempts);
        }

        Assert.Equal([30, 60, 120, 240, 480, 600, 600], breaks);
        Assert.Equal(3 + 7, network.Attempts);
    }

    [Fact]
    public async Task Break_After_A_Recovery_Is_Short_Again()
    {
        var failure = ScriptedNetwork.Page();
        var network = new ScriptedNetwork(failure, failure, failure, failure, ScriptedNetwork.Json(), failure);
        using var http = await BrokenAsync(network);
        http.Clock.Advance(TimeSpan.FromSeconds(30));
        await http.GetAsync();
        http.Clock.Advance(TimeSpan.FromSeconds(60));
        await http.GetAsync();

        for (var call = 0; call < 3; call++)
            await http.GetAsync();

        Assert.Equal(TimeSpan.FromSeconds(30), http.Health.UntilProbe);
    }

    /// <summary>Attempts that began before the break end in it: they must neither lengthen nor end it.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Latecomers_Do_Not_Move_An_Open_Breaker(bool isBroken)
    {
        using var http = new HttpUnderTest(new ScriptedNetwork(ScriptedNetwork.Json()));
        var health = http.Health;
        for (var attempt = 0; attempt < 4; attempt++)
            Assert.True(health.TryEnter(out _));
        for (var attempt = 0; attempt < 3; attempt++)
            health.Leave(false, true);
        http.Clock.Advance(TimeSpan.FromSeconds(10));

        health.Leave(false, isBroken);

        Assert.Equal(TimeSpan.FromSeconds(20), health.UntilProbe);
    }

    [Fact]
    public void Probe_Ended_By_Its_Asker_Leaves_The_Way_To_Another()
    {
        using var http = new HttpUnderTest(new ScriptedNetwork(ScriptedNetwork.Json()));
        var health = http.Health;
        for (var attempt = 0; attempt < 3; attempt++)
            health.Leave(false, true);
        http.Clock.Advance(TimeSpan.FromSeconds(30));

        Assert.True(health.TryEnter(out var isProbe));
        health.Leave(isProbe, null);

        Assert.Equal(BreakerState.HalfOpen, health.State);
        Assert.True(health.TryEnter(out isProbe));
        Assert.True(isProbe);
    }

    private static async Task<HttpUnderTest> BrokenAsync(ScriptedNetwork network)
    {
        var http = new HttpUnderTest(network);
        while (http.Health.State == BreakerState.Closed)
            await http.GetAsync();
        return http;
    }
}
