using FlightGraph.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace FlightGraph.Tests.Freshness;

/// <summary>
/// The gateway before a scripted upstream whose objects have versions, with a clock moved by hand. Lives are as long as the table
/// says, to the second.
/// </summary>
internal sealed class AgingGateway : IAsyncDisposable
{
    /// <summary>How long an agency stays fresh.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(1);

    /// <summary>In real time. The clock stands, so what waits for it waits for ever.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private AgingGateway(FakeTimeProvider clock, ScriptedUpstream upstream, Gateway gateway) => (Clock, Upstream, Gateway) = (clock, upstream, gateway);

    public FakeTimeProvider Clock { get; }

    public ScriptedUpstream Upstream { get; }

    public Gateway Gateway { get; }

    public IReadOnlyList<string> Calls => Upstream.Requests;

    public static async Task<AgingGateway> StartAsync(params string[] settings)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 7, 24, 12, 0, 0, TimeSpan.Zero));
        var upstream = await ScriptedUpstream.StartAsync();
        var gateway = await Gateway.StartAsync(
            upstream.BaseAddress,
            builder => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)),
            ["--Freshness:Spread=0", "--Upstream:MaxCallsPerOperation=1000", .. settings]);
        gateway.Clock = clock;
        return new AgingGateway(clock, upstream, gateway);
    }

    public Task<GraphQLAnswer> AskAsync(string query, string? cacheControl = null) =>
        Gateway.PostAsync(new { query }, cacheControl is null ? [] : [("Cache-Control", cacheControl)]).WaitAsync(Patience);

    /// <summary>Until the upstream has been asked so often.</summary>
    public Task HasAskedAsync(int calls) => Eventually.IsTrueAsync(() => Calls.Count >= calls);

    public static string Agency(int id, string version) => $$"""{"id": {{id}}, "name": "{{version}}", "founding_year": 1958}""";

    public async ValueTask DisposeAsync()
    {
        await Gateway.DisposeAsync();
        await Upstream.DisposeAsync();
    }
}
