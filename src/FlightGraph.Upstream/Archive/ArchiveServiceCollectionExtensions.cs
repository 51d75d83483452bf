using FlightGraph.Upstream.Contract;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FlightGraph.Upstream.Archive;

internal static class ArchiveServiceCollectionExtensions
{
    /// <summary>Registers <see cref="AnswerArchive"/>, which the host opens at the start; options come from the section <c>Cache</c>.</summary>
    public static IServiceCollection AddArchive(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<CacheOptions>().BindStrictly(configuration, CacheOptions.SectionName);
        services.AddSingleton<IValidateOptions<CacheOptions>, RedisAddressValidator>();
        services.TryAddSingleton<RedisConnection>();
        services.TryAddSingleton<StoreFolder>();
        services.AddSingleton(OriginByAddress);
        services.AddSingleton(Create);
        services.AddHostedService(services => services.GetRequiredService<AnswerArchive>());
        return services;
    }

    /// <summary>Where nobody says otherwise, one address is one upstream. Its port may be another at each start.</summary>
    private static UpstreamOrigin OriginByAddress(IServiceProvider services)
    {
        var address = services.GetRequiredService<IOptions<UpstreamOptions>>().Value.BaseUri;
        return new UpstreamOrigin(address.Host + address.AbsolutePath);
    }

    private static AnswerArchive Create(IServiceProvider services)
    {
        var logger = services.GetRequiredService<ILogger<AnswerArchive>>();
        var origin = services.GetRequiredService<UpstreamOrigin>().Name;
        var maxBytes = services.GetRequiredService<IOptions<CacheOptions>>().Value.MaxDisk;
        List<IAnswerArchive> archives = [];
        if (services.GetRequiredService<StoreFolder>().Path is { } folder)
            archives.Add(new SqliteAnswerArchive(folder, origin, maxBytes, logger));
        if (services.GetRequiredService<RedisConnection>() is { IsConfigured: true } redis)
        {
            var host = services.GetRequiredService<IOptions<UpstreamOptions>>().Value.BaseUri.Host;
            archives.Add(new RedisAnswerArchive(
                redis, services.GetRequiredService<UpstreamContract>().Version, host, origin, maxBytes, services.GetRequiredService<TimeProvider>(), logger));
        }

        return new AnswerArchive(archives);
    }
}
