using FlightGraph.StandIn;
using FlightGraph.Upstream;
using FlightGraph.Upstream.Archive;
using FlightGraph.Upstream.Warming;

namespace FlightGraph.Hosting;

/// <summary>
/// Starts the stand-in beside the gateway when the configuration says <c>embedded</c>, and puts its address where any other
/// upstream's would be. From here on nobody can tell the difference.
/// </summary>
internal sealed class EmbeddedUpstream(StandInServer standIn) : IHostedService
{
    private const string Word = "embedded";
    private const string PathKey = $"{CacheOptions.SectionName}:{nameof(CacheOptions.Path)}";
    private const string WarmingKey = $"{WarmingOptions.SectionName}:{nameof(WarmingOptions.Enabled)}";
    private const string Key = $"{UpstreamOptions.SectionName}:{nameof(UpstreamOptions.BaseAddress)}";

    public static async Task UseIfAskedForAsync(WebApplicationBuilder builder)
    {
        if ((builder.Configuration[Key] ?? Word) != Word)
            return;
        var standIn = await StandInServer.StartAsync();
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create(Key, (string?)standIn.BaseAddress.AbsoluteUri)]);
        // It is never away, so nothing need outlive the process, unless somebody wants to see it do so.
        if (builder.Configuration[PathKey] is null)
            builder.Configuration.AddInMemoryCollection([KeyValuePair.Create(PathKey, (string?)"")]);
        // Its answers never move and cost nothing: calls that nobody asked for would only blur what a newcomer looks at.
        if (builder.Configuration[WarmingKey] is null)
            builder.Configuration.AddInMemoryCollection([KeyValuePair.Create(WarmingKey, (string?)bool.FalseString)]);
        builder.Services.AddSingleton(new EmbeddedUpstream(standIn));
        // Its data are part of its assembly, and its answers may be others in each build.
        builder.Services.AddSingleton(new UpstreamOrigin($"{Word} {typeof(StandInServer).Assembly.ManifestModule.ModuleVersionId}"));
        builder.Services.AddHostedService(services => services.GetRequiredService<EmbeddedUpstream>());
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken) => await standIn.DisposeAsync();
}
