using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FlightGraph.Upstream.Warming;

internal static class WarmingServiceCollectionExtensions
{
    /// <summary>Registers the use of idle budget; options come from the section <c>Warming</c>.</summary>
    public static IServiceCollection AddWarming(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<WarmingOptions>().BindStrictly(configuration, WarmingOptions.SectionName);
        services.AddSingleton<WarmingReport>();
        services.AddSingleton<Popularity>();
        services.AddSingleton<PopularTargets>();
        services.AddSingleton<WarmingTargets>();
        services.AddSingleton<Warmer>();
        services.AddHostedService<WarmingService>();
        return services;
    }
}
