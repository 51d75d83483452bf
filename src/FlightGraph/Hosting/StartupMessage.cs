using FlightGraph.Hosting.Ide;
using FlightGraph.Upstream;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace FlightGraph.Hosting;

/// <summary>Tells whoever started the gateway where it is and what to try first.</summary>
internal static class StartupMessage
{
    private const string FirstQuery = """{"query":"{ spacecraftFlight(id: 358) { duration spacecraft { name } launchCrew { astronaut { name } } } }"}""";

    public static string Of(WebApplication app)
    {
        var listening = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "";
        var endpoint = Reachable(listening) + GraphQLEndpoint.Path;
        var options = app.Services.GetRequiredService<IOptions<UpstreamOptions>>().Value;
        var upstream = new Uri(options.BaseAddress);
        return $"""
            FlightGraph answers at {endpoint}{IdeLine(app, endpoint)}
            Upstream: {upstream.GetLeftPart(UriPartial.Path)}{(app.Services.GetService<EmbeddedUpstream>() is null ? "" : " (the embedded stand-in)")}
            Try:
              curl -s {endpoint} -H 'Content-Type: application/json' -d '{FirstQuery}'
            """;
    }

    private static string IdeLine(WebApplication app, string endpoint) =>
        app.Services.GetRequiredService<IOptions<IdeOptions>>().Value.Enabled
            ? $"\nIDE: {endpoint}/ in a browser ({app.Services.GetRequiredService<IdeEndpoint>().Name})"
            : "";

    /// <summary>An address that stands for every interface is none that a person could open.</summary>
    private static string Reachable(string address) => address
        .Replace("//[::]", "//localhost", StringComparison.Ordinal)
        .Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal)
        .Replace("//*", "//localhost", StringComparison.Ordinal)
        .Replace("//+", "//localhost", StringComparison.Ordinal)
        .TrimEnd('/');
}
