using FlightGraph.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FlightGraph.Tests.Warming;

/// <summary>The loop itself, as it runs beside the gateway.</summary>
public sealed class WarmingServiceTests : IAsyncLifetime
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(67);

    private readonly TimerClock clock = new(Pause);
    private ScriptedUpstream upstream = null!;

    public async Task InitializeAsync()
    {
        upstream = await ScriptedUpstream.StartAsync();
        upstream.On("launches/", Documents.Page()).On("events/", Documents.Page()).On("launches/upcoming/", Documents.Page());
    }

    public async Task DisposeAsync() => await upstream.DisposeAsync();

    [Fact]
    public async Task Calls_Are_A_Pause_Apart()
    {
        await using var gateway = await StartAsync("--Warming:Enabled=true");

        await clock.TimerAsync();
        Assert.StartsWith("launches/?", Assert.Single(upstream.Requests), StringComparison.Ordinal);
        clock.Advance(Pause);
        await clock.TimerAsync();
        Assert.StartsWith("events/?", upstream.Requests[1], StringComparison.Ordinal);
        clock.Advance(Pause);
        await clock.TimerAsync();
        Assert.Equal(3, upstream.Requests.Count);
    }

    [Fact]
    public async Task Switched_Off_It_Does_Nothing()
    {
        await using var gateway = await StartAsync("--Warming:Enabled=false");

        clock.Advance(TimeSpan.FromDays(1));
        var answer = await gateway.QueryAsync("{ upstream { warming { enabled calls idleBecause lastCall { target } } } }");

        Assert.Equal("""{"enabled":false,"calls":0,"idleBecause":"SWITCHED_OFF","lastCall":null}""", answer.At("upstream.warming").GetRawText());
        Assert.Empty(upstream.Requests);
    }

    [Fact]
    public async Task Nothing_Is_Asked_Of_An_Upstream_That_Does_Not_Tell_Its_Limit()
    {
        upstream.On("api-throttle/", StatusCodes.Status503ServiceUnavailable, "");
        await using var gateway = await StartAsync("--Warming:Enabled=true");

        await clock.TimerAsync();

        Assert.DoesNotContain(upstream.Requests, request => request != "api-throttle/");
        Assert.Equal("STARTING", (await gateway.QueryAsync("{ upstream { warming { idleBecause } } }")).At("upstream.warming.idleBecause").GetString());
    }

    [Fact]
    public async Task Upstream_In_Trouble_Is_Left_Alone()
    {
        upstream.On("launches/", StatusCodes.Status503ServiceUnavailable, "");
        await using var gateway = await StartAsync("--Warming:Enabled=true");
        await clock.TimerAsync();
        var attempts = upstream.Requests.Count;

        clock.Advance(Pause);
        await clock.TimerAsync();

        Assert.Equal(attempts, upstream.Requests.Count);
        Assert.Equal("UPSTREAM_FAILS", (await gateway.QueryAsync("{ upstream { warming { idleBecause } } }")).At("upstream.warming.idleBecause").GetString());

        clock.Advance(TimeSpan.FromMinutes(10));
        await clock.TimerAsync();
        Assert.True(upstream.Requests.Count > attempts);
    }

    private Task<Gateway> StartAsync(params string[] settings) => Gateway.StartAsync(
        upstream.BaseAddress,
        builder => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)),
        [$"--Warming:MinPause={Pause}", .. settings]);
}
