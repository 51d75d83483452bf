using FlightGraph.StandIn;
using FlightGraph.Upstream;

namespace FlightGraph.Tests.Upstream;

/// <summary>What the stand-in can do wrong becomes a failure with a name. Faults of time stand in <see cref="TimeLimitTests"/>.</summary>
public sealed class StandInFaultTests
{
    [Theory]
    [InlineData("status=502", UpstreamErrorKind.Unavailable, 2, null)]
    [InlineData("reset", UpstreamErrorKind.Unavailable, 2, null)]
    [InlineData("reset-half", UpstreamErrorKind.Unavailable, 2, null)]
    [InlineData("redirect", UpstreamErrorKind.Unavailable, 1, null)]
    [InlineData("html", UpstreamErrorKind.Malformed, 1, null)]
    [InlineData("oversized,size=4", UpstreamErrorKind.Malformed, 1, null)]
    [InlineData("bomb,size=4", UpstreamErrorKind.Malformed, 1, null)]
    [InlineData("throttled,retry-after=9", UpstreamErrorKind.RateLimited, 1, 9)]
    [InlineData("throttled,retry-after=body", UpstreamErrorKind.RateLimited, 1, 120)]
    [InlineData("throttled,retry-after=garbage", UpstreamErrorKind.RateLimited, 1, null)]
    [InlineData("throttled,retry-after=none", UpstreamErrorKind.RateLimited, 1, null)]
    public async Task Fault_Becomes_A_Failure(string fault, UpstreamErrorKind kind, int attempts, int? wait)
    {
        await using var server = await StandInServer.StartAsync(new StandInOptions { Faults = [fault] });
        using var http = new HttpUnderTest(null, $"--Upstream:BaseAddress={server.BaseAddress}", "--Upstream:MaxResponseBytes=1048576");

        var answer = await http.GetAsync("agencies/?limit=1");

        Assert.Equal(kind, answer.Error?.Kind);
        Assert.Equal(attempts, answer.Attempts);
        Assert.Equal(wait, answer.Error?.RetryAfter?.TotalSeconds);
    }
}
