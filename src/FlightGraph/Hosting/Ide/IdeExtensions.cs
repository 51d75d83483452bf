using FlightGraph.Upstream;
using Microsoft.Extensions.Options;

namespace FlightGraph.Hosting.Ide;

internal static class IdeExtensions
{
    public static void AddIde(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<IdeOptions>().BindStrictly(configuration, IdeOptions.SectionName);
        services.AddSingleton(provider => IdeFolder.Read(provider.GetRequiredService<IOptions<IdeOptions>>().Value.Folder));
        services.AddSingleton<IdeEndpoint>();
    }

    public static void MapIde(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<IOptions<IdeOptions>>().Value.Enabled)
            return;

        var ide = app.Services.GetRequiredService<IdeEndpoint>();
        // A route cannot tell /graphql from /graphql/, nor a browser's first visit from a query.
        app.Use(ide.TakeVisitAsync);
        app.MapGet($"{IdeEndpoint.Path}bcp-config.json", ide.WriteConfigAsync);
        app.MapGet($"{IdeEndpoint.Path}{{**{IdeEndpoint.FileKey}}}", ide.WriteFileAsync);
    }
}
