using FlightGraph.Upstream;

namespace FlightGraph.Tests.Upstream;

/// <summary>How long the upstream asks to wait when it wants fewer calls.</summary>
public sealed class ThrottlingTests
{
    private const string NoNumber = """{"detail": "Request was throttled."}""";
    private const string Number = """{"detail": "Request was throttled. Expected available in 77 seconds."}""";

    [Theory]
    [InlineData("120", NoNumber, 120)]
    [InlineData("0", NoNumber, 0)]
    [InlineData("120", Number, 120)]
    // The clock stands at noon.
    [InlineData("Fri, 24 Jul 2026 12:05:00 GMT", NoNumber, 300)]
    [InlineData("Fri, 24 Jul 2026 11:00:00 GMT", NoNumber, 0)]
    [InlineData("Fri, 24 Jul 2037 12:00:00 GMT", NoNumber, 86400)]
    [InlineData("soon", Number, 77)]
    [InlineData("-5", Number, 77)]
    [InlineData("1.5", Number, 77)]
    [InlineData("", Number, 77)]
    [InlineData("soon", NoNumber, null)]
    [InlineData("-5", NoNumber, null)]
    [InlineData("100000", NoNumber, 86400)]
    [InlineData("99999999999999999999", NoNumber, 86400)]
    [InlineData(null, Number, 77)]
    [InlineData(null, """{"detail": "Request was throttled. Expected available in 1 second."}""", 1)]
    [InlineData(null, """{"detail": "Request was throttled. Expected available in 99999999999 seconds."}""", 86400)]
    [InlineData(null, """{"detail": "Request was throttled. Expected available in -3 seconds."}""", null)]
    [InlineData(null, NoNumber, null)]
    [InlineData(null, "<h1>Too Many Requests</h1>", null)]
    [InlineData(null, "", null)]
    public async Task Wait_Comes_From_The_Header_Else_The_Body(string? header, string body, int? seconds)
    {
        var network = new ScriptedNetwork(ScriptedNetwork.Status(429, header, body));
        await using var http = new HttpUnderTest(network);

        var answer = await http.GetAsync();

        Assert.Equal(UpstreamErrorKind.RateLimited, answer.Error?.Kind);
        Assert.Equal(seconds, answer.Error?.RetryAfter?.TotalSeconds);
        Assert.Equal(1, network.Attempts);
    }

    [Fact]
    public async Task Refusal_Whose_Body_Never_Comes_Is_Still_A_Refusal()
    {
        var network = new ScriptedNetwork(async ended =>
        {
            var response = await ScriptedNetwork.Streamed(() => new DrippingStream())(ended);
            response.StatusCode = System.Net.HttpStatusCode.TooManyRequests;
            return response;
        });
        await using var http = new HttpUnderTest(network);

        var call = http.GetAsync();
        await network.ArrivalAsync();
        http.Clock.Advance(TimeSpan.FromSeconds(10));
        var answer = await call;

        Assert.Equal(UpstreamErrorKind.RateLimited, answer.Error?.Kind);
        Assert.Null(answer.Error?.RetryAfter);
        Assert.Equal(1, network.Attempts);
    }
}
