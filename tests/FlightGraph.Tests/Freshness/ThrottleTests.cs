using FlightGraph.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace FlightGraph.Tests.Freshness;

/// <summary>What the upstream tells of its throttle costs no call, and yet is not asked for by every client's query.</summary>
public sealed class ThrottleTests
{
    [Fact]
    public async Task Throttle_Is_Asked_For_Once_In_Ten_Seconds_And_Never_Told_Stale()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 7, 24, 12, 0, 0, TimeSpan.Zero));
        await using var upstream = await ScriptedUpstream.StartAsync();
        upstream.On("api-throttle/", Throttle(use: 1));
        await using var gateway = await Gateway.StartAsync(
            upstream.BaseAddress, builder => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)), "--Freshness:Spread=0");

        for (var i = 0; i < 20; i++)
            Assert.Equal(1, (await gateway.QueryAsync("{ apiThrottle { currentUse } }")).At("apiThrottle.currentUse").GetInt32());
        Assert.Single(upstream.Requests);

        clock.Advance(TimeSpan.FromSeconds(11));
        upstream.On("api-throttle/", Throttle(use: 5));
        var later = await gateway.QueryAsync("{ apiThrottle { currentUse } }");

        Assert.Equal(5, later.At("apiThrottle.currentUse").GetInt32());
        Assert.Equal(2, upstream.Requests.Count);
    }

    private static string Throttle(int use) =>
        $$"""{"your_request_limit": 1000000, "limit_frequency_secs": 3600, "current_use": {{use}}, "next_use_secs": 0, "ident": "test"}""";
}
