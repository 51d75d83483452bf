using System.Net.Sockets;
using FlightGraph.Upstream;

namespace FlightGraph.Tests.Upstream;

public sealed class RetryTests
{
    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(522)]
    public async Task Failure_That_May_Pass_Is_Tried_Once_More_And_Charged_Once(int status)
    {
        var network = new ScriptedNetwork(ScriptedNetwork.Status(status), ScriptedNetwork.Json("""{"id":1}"""));
        await using var http = new HttpUnderTest(network);

        var answer = await http.GetAsync();

        Assert.Equal("""{"id":1}"""u8.ToArray(), answer.Body);
        Assert.Equal(2, answer.Attempts);
        Assert.Equal(2, network.Attempts);
        Assert.Equal(1, http.Charges);
    }

    public static TheoryData<Exception> BrokenConnections => new()
    {
        new HttpRequestException(HttpRequestError.ConnectionError),
        new HttpRequestException(HttpRequestError.NameResolutionError),
        new HttpIOException(HttpRequestError.ResponseEnded),
        new SocketException((int)SocketError.ConnectionReset),
    };

    [Theory]
    [MemberData(nameof(BrokenConnections))]
    public async Task Broken_Connection_Is_Tried_Once_More_And_No_Oftener(Exception error)
    {
        var network = new ScriptedNetwork(ScriptedNetwork.Broken(error));
        await using var http = new HttpUnderTest(network);

        var answer = await http.GetAsync();

        Assert.Equal(UpstreamErrorKind.Unavailable, answer.Error?.Kind);
        Assert.Equal(2, network.Attempts);
        Assert.Equal(1, http.Charges);
    }

    [Theory]
    [InlineData(400, UpstreamErrorKind.Rejected)]
    [InlineData(401, UpstreamErrorKind.Unavailable)]
    [InlineData(403, UpstreamErrorKind.Unavailable)]
    [InlineData(429, UpstreamErrorKind.RateLimited)]
    [InlineData(501, UpstreamErrorKind.Unavailable)]
    public async Task Refusal_Is_Not_Tried_Again(int status, UpstreamErrorKind kind)
    {
        var network = new ScriptedNetwork(ScriptedNetwork.Status(status));
        await using var http = new HttpUnderTest(network);

        var answer = await http.GetAsync();

        Assert.Equal(kind, answer.Error?.Kind);
        Assert.Equal(1, network.Attempts);
        Assert.Equal(0, http.Charges);
    }

    [Fact]
    public async Task Wrong_Certificate_Is_Not_Tried_Again()
    {
        var network = new ScriptedNetwork(ScriptedNetwork.Broken(new HttpRequestException(HttpRequestError.SecureConnectionError)));
        await using var http = new HttpUnderTest(network);

        var answer = await http.GetAsync();

        Assert.Equal(UpstreamErrorKind.Unavailable, answer.Error?.Kind);
        Assert.Equal("SecureConnectionError", answer.BrokenBy);
        Assert.Equal(1, network.Attempts);
    }

    [Fact]
    public async Task What_Cannot_Be_Paid_For_Is_Not_Tried_Again()
    {
        var network = new ScriptedNetwork(ScriptedNetwork.Status(503));
        await using var http = new HttpUnderTest(network) { CanPay = false };

        var answer = await http.GetAsync();

        Assert.Equal(UpstreamErrorKind.Unavailable, answer.Error?.Kind);
        Assert.Equal(1, network.Attempts);
        Assert.Equal(1, http.Charges);
    }

    [Fact]
    public async Task Upstream_That_Wants_A_Rest_Gets_It()
    {
        var network = new ScriptedNetwork(ScriptedNetwork.Status(503, "60"));
        await using var http = new HttpUnderTest(network);

        var answer = await http.GetAsync();

        Assert.Equal(TimeSpan.FromSeconds(60), answer.Error?.RetryAfter);
        Assert.Equal(1, network.Attempts);
        Assert.Equal(0, http.Charges);
    }

    [Theory]
    [InlineData(null, 0.1)]
    [InlineData("3", 3)]
    public async Task Second_Attempt_Waits_A_Little_Or_As_Long_As_The_Upstream_Says(string? retryAfter, double least)
    {
        var network = new ScriptedNetwork(ScriptedNetwork.Status(503, retryAfter), ScriptedNetwork.Json());
        await using var http = new HttpUnderTest(network, "--Upstream:RetryDelay=00:00:00.2");
        var start = http.Clock.GetUtcNow();

        var call = http.GetAsync();
        // When the pause begins is not ours to see.
        while (!call.IsCompleted)
        {
            http.Clock.Advance(TimeSpan.FromMilliseconds(1));
            await Task.Yield();
        }

        var pause = http.Clock.GetUtcNow() - start;
        Assert.True(pause >= TimeSpan.FromSeconds(least), $"{pause} is shorter than {least} s.");
        Assert.Equal(2, (await call).Attempts);
    }
}
