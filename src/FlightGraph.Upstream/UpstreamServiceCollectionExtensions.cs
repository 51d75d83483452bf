using FlightGraph.Upstream.Archive;
using FlightGraph.Upstream.Budget;
using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Http;
using FlightGraph.Upstream.Planning;
using FlightGraph.Upstream.Store;
using FlightGraph.Upstream.Warming;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace FlightGraph.Upstream;

public static class UpstreamServiceCollectionExtensions
{
    /// <summary>Of the upstream whose contract is used.</summary>
    private const string Version = "2.3.0";

    /// <summary>Registers <see cref="UpstreamClient"/> and what it needs; options come from the sections <c>Upstream</c>, <c>Cache</c>, <c>Freshness</c>, <c>Budget</c> and <c>Warming</c>.</summary>
    public static IServiceCollection AddUpstream(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<UpstreamOptions>().BindStrictly(configuration, UpstreamOptions.SectionName);
        services.AddSingleton<IValidateOptions<UpstreamOptions>, UpstreamAddressValidator>();
        services.AddSingleton<IValidateOptions<UpstreamOptions>, UpstreamTimeoutValidator>();
        services.AddSingleton(_ => UpstreamContract.Load(Version));
        services.TryAddSingleton(TimeProvider.System);
        services.AddArchive(configuration);
        services.AddStore(configuration);
        services.AddSingleton<CollectionSizes>();
        services.AddSingleton<FetchPlanner>();
        services.AddSingleton<CostEstimator>();
        services.AddSingleton<UpstreamCaller>();
        services.AddSingleton<UpstreamClient>();
        services.AddBudget(configuration);
        services.AddUpstreamHttp();
        services.AddWarming(configuration);
        return services;
    }
}
