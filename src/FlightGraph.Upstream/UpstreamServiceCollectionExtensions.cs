using System.Net;
using System.Net.Http.Headers;
using FlightGraph.Upstream.Archive;
using FlightGraph.Upstream.Budget;
using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Planning;
using FlightGraph.Upstream.Store;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace FlightGraph.Upstream;

public static class UpstreamServiceCollectionExtensions
{
    /// <summary>Of the upstream whose contract is used.</summary>
    private const string Version = "2.3.0";

    /// <summary>Registers <see cref="UpstreamClient"/> and what it needs; options come from the section <c>Upstream</c>.</summary>
    public static IServiceCollection AddUpstream(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<UpstreamOptions>().BindStrictly(configuration, UpstreamOptions.SectionName);
        services.AddSingleton<IValidateOptions<UpstreamOptions>, UpstreamAddressValidator>();
        services.AddSingleton(_ => UpstreamContract.Load(Version));
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<StoreOptions>().BindStrictly(configuration, StoreOptions.SectionName);
        services.AddSingleton<EntityStore>();
        services.AddSingleton<ListStore>();
        services.AddSingleton<DocumentStore>();
        services.AddSingleton<CollectionSizes>();
        services.AddSingleton<FetchPlanner>();
        services.AddSingleton<CostEstimator>();
        services.AddOptions<CacheOptions>().BindStrictly(configuration, CacheOptions.SectionName);
        services.AddBudget(configuration);
        services.AddSingleton<UpstreamClient>();

        services.AddHttpClient(UpstreamClient.HttpClientName, Configure)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                // A redirect could lead anywhere, the inside of our own network included.
                AllowAutoRedirect = false,
                UseCookies = false,
                AutomaticDecompression = DecompressionMethods.All,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            // The factory's own loggers write addresses and headers; ours writes one line a call.
            .RemoveAllLoggers();
        return services;
    }

    private static void Configure(IServiceProvider services, HttpClient http)
    {
        var options = services.GetRequiredService<IOptions<UpstreamOptions>>().Value;
        http.BaseAddress = options.BaseUri;
        // The client keeps its own time, by the clock it was given.
        http.Timeout = Timeout.InfiniteTimeSpan;
        http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("FlightGraph", typeof(UpstreamClient).Assembly.GetName().Version!.ToString(3)));
        if (!string.IsNullOrEmpty(options.ApiKey))
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Token", options.ApiKey);
    }
}
