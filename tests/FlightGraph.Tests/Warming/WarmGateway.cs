using System.Text.Json;
using FlightGraph.Tests.Support;
using FlightGraph.Upstream.Budget;
using FlightGraph.Upstream.Warming;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace FlightGraph.Tests.Warming;

/// <summary>The gateway with warming on, whose turns the test takes by hand: one call each, or none.</summary>
internal sealed class WarmGateway : IAsyncDisposable
{
    private WarmGateway(Gateway gateway, FakeTimeProvider clock) => (Gateway, Clock) = (gateway, clock);

    public Gateway Gateway { get; }

    public FakeTimeProvider Clock { get; }

    public WarmingReport Report => Gateway.Services.GetRequiredService<WarmingReport>();

    public BudgetState Budget => Gateway.Services.GetRequiredService<CallBudget>().State;

    public static async Task<WarmGateway> StartAsync(string upstream, params string[] settings)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 7, 24, 12, 0, 0, TimeSpan.Zero));
        var gateway = await Gateway.StartAsync(
            upstream,
            builder =>
            {
                builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
                builder.Services.Remove(builder.Services.Single(service => service.ImplementationType == typeof(WarmingService)));
            },
            ["--Warming:Enabled=true", .. settings]);
        // What the loop waits for before its first turn.
        await gateway.Services.GetRequiredService<CallBudget>().WaitUntilFreeAsync(CallClass.Warming, CancellationToken.None);
        return new WarmGateway(gateway, clock);
    }

    /// <summary>Whether a call was made.</summary>
    public Task<bool> WarmAsync() => Gateway.Services.GetRequiredService<Warmer>().WarmAsync(CancellationToken.None);

    public async Task WarmUntilNothingIsDueAsync()
    {
        for (var calls = 0; await WarmAsync(); calls++)
            Assert.True(calls < 500, "There is no end to it.");
    }

    public void Advance(TimeSpan time) => Clock.Advance(time);

    /// <summary>A client that takes nothing older than a minute, so that a call shows what is not as good as read now.</summary>
    public async Task<JsonElement> QueryFreshAsync(string query)
    {
        var answer = await Gateway.PostAsync(new { query }, ("Cache-Control", "max-age=60"));
        Assert.Empty(answer.ErrorSummaries);
        return answer.Data;
    }

    public ValueTask DisposeAsync() => Gateway.DisposeAsync();
}
