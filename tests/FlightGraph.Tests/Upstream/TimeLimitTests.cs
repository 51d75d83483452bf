using FlightGraph.Upstream;
using FlightGraph.Upstream.Http;

namespace FlightGraph.Tests.Upstream;

public sealed class TimeLimitTests
{
    [Fact]
    public async Task Attempt_That_Hangs_Ends_In_Time_And_Another_Is_Made()
    {
        var network = new ScriptedNetwork(ScriptedNetwork.HangAsync, ScriptedNetwork.Json());
        await using var http = new HttpUnderTest(network);

        var call = http.GetAsync();
        await network.ArrivalAsync();
        http.Clock.Advance(TimeSpan.FromSeconds(10));
        var answer = await call;

        Assert.NotNull(answer.Body);
        Assert.Equal(2, answer.Attempts);
        Assert.Equal(TimeSpan.FromSeconds(10), answer.Elapsed);
        Assert.Equal(1, http.Charges);
    }

    [Fact]
    public async Task No_Second_Attempt_Is_Paid_For_That_The_Call_Has_No_Time_For()
    {
        var network = new ScriptedNetwork(ScriptedNetwork.HangAsync);
        await using var http = new HttpUnderTest(network, "--Upstream:Timeout=00:00:19");

        var call = http.GetAsync();
        await network.ArrivalAsync();
        http.Clock.Advance(TimeSpan.FromSeconds(10));
        var answer = await call;

        Assert.Equal(UpstreamErrorKind.Timeout, answer.Error?.Kind);
        Assert.Equal(1, network.Attempts);
        Assert.Equal(0, http.Charges);
    }

    [Fact]
    public async Task Call_Ends_When_Its_Whole_Time_Is_Over()
    {
        var firstEnds = new TaskCompletionSource<HttpResponseMessage>();
        var network = new ScriptedNetwork(_ => firstEnds.Task, ScriptedNetwork.HangAsync);
        await using var http = new HttpUnderTest(network, "--Upstream:Timeout=00:00:12");

        var call = http.GetAsync();
        await network.ArrivalAsync();
        http.Clock.Advance(TimeSpan.FromSeconds(5));
        firstEnds.SetResult(await ScriptedNetwork.Status(503)(default));
        await network.ArrivalAsync();
        http.Clock.Advance(TimeSpan.FromSeconds(7));
        var answer = await call;

        Assert.Equal(UpstreamErrorKind.Timeout, answer.Error?.Kind);
        Assert.Equal(2, answer.Attempts);
        Assert.Equal(1, http.Charges);
    }

    [Fact]
    public async Task Three_Hanging_Attempts_Open_The_Breaker()
    {
        var network = new ScriptedNetwork(ScriptedNetwork.HangAsync);
        await using var http = new HttpUnderTest(network) { CanPay = false };

        for (var attempt = 0; attempt < 3; attempt++)
        {
            var call = http.GetAsync();
            await network.ArrivalAsync();
            http.Clock.Advance(TimeSpan.FromSeconds(10));
            await call;
        }

        Assert.Equal(BreakerState.Open, http.Health.State);
        Assert.Equal(UpstreamErrorKind.Timeout, http.Health.LastFailure?.Kind);
    }

    [Fact]
    public async Task Body_That_Drips_Is_Cut_When_Its_Attempt_Is_Over()
    {
        var drip = new DrippingStream();
        var network = new ScriptedNetwork(ScriptedNetwork.Streamed(() => drip));
        await using var http = new HttpUnderTest(network) { CanPay = false };

        var call = http.GetAsync();
        for (var second = 0; second < 10; second++)
        {
            await drip.ReadAsync();
            drip.Drop();
            http.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var answer = await call;
        Assert.Equal(UpstreamErrorKind.Timeout, answer.Error?.Kind);
        Assert.Equal(TimeSpan.FromSeconds(10), answer.Elapsed);
    }

    [Fact]
    public async Task Payment_That_Comes_Too_Late_Leaves_The_First_Failure()
    {
        var network = new ScriptedNetwork(ScriptedNetwork.Status(503));
        await using var http = new HttpUnderTest(network);
        var isAsked = new TaskCompletionSource();

        var call = http.GetAsync(async ended =>
        {
            isAsked.SetResult();
            await Task.Delay(Timeout.Infinite, ended);
            return true;
        });
        await isAsked.Task;
        http.Clock.Advance(TimeSpan.FromSeconds(30));
        var answer = await call;

        Assert.Equal("The upstream answered with status 503.", answer.Error?.Message);
        Assert.Equal(1, network.Attempts);
    }
}
