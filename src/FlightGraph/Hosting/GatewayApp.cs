using FlightGraph.Hosting.Ide;
using FlightGraph.Schema;
using FlightGraph.Schema.Engine;
using FlightGraph.Upstream;

namespace FlightGraph.Hosting;

/// <summary>Builds the whole gateway. Program, tests and benchmarks call this and repeat nothing.</summary>
internal static class GatewayApp
{
    private const string DefaultAddress = "http://localhost:5080";

    /// <param name="args">The command line: configuration as <c>--Upstream:BaseAddress=…</c>, <c>--urls …</c>.</param>
    /// <param name="configure">A last word on the services, for tests that put a double at the outermost edge.</param>
    public static async Task<WebApplication> BuildAsync(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        // Program tells where we listen, in words that help more.
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
        // And why a start failed: this one logs the exception that Program gets too.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        if (!AddressIsConfigured(builder.Configuration))
            builder.WebHost.UseUrls(DefaultAddress);

        builder.Services.AddUpstream(builder.Configuration);
        builder.Services.AddSchema();
        builder.Services.AddOptions<LimitOptions>().BindStrictly(builder.Configuration, LimitOptions.SectionName);
        builder.Services.AddSingleton<GraphQLEndpoint>();
        builder.Services.AddIde(builder.Configuration);
        configure?.Invoke(builder);
        await EmbeddedUpstream.UseIfAskedForAsync(builder);

        var app = builder.Build();
        app.MapFlightGraph();
        return app;
    }

    /// <summary>The schema in the schema language, without starting anything.</summary>
    public static string PrintSchema()
    {
        using var services = new ServiceCollection().AddLogging().AddUpstream(new ConfigurationManager()).AddSchema().BuildServiceProvider();
        return PrintedSchema.Of(services.GetRequiredService<GatewaySchema>());
    }

    private static bool AddressIsConfigured(ConfigurationManager configuration) =>
        configuration["urls"] is not null || configuration["http_ports"] is not null || configuration["https_ports"] is not null
        || configuration.GetSection("Kestrel:Endpoints").Exists();
}
