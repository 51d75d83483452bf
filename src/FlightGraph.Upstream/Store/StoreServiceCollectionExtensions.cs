using FlightGraph.Upstream.Freshness;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FlightGraph.Upstream.Store;

internal static class StoreServiceCollectionExtensions
{
    /// <summary>Registers what is remembered, and how long it counts as fresh; options come from the section <c>Freshness</c>.</summary>
    public static IServiceCollection AddStore(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<FreshnessOptions>().BindStrictly(configuration, FreshnessOptions.SectionName);
        services.AddSingleton<IValidateOptions<FreshnessOptions>, FreshnessLivesValidator>();
        services.AddSingleton<Lifetimes>();
        services.AddSingleton<EntityStore>();
        services.AddSingleton<ListStore>();
        services.AddSingleton<WholeCollections>();
        services.AddSingleton<DocumentStore>();
        services.AddSingleton<AnswerMemory>();
        services.AddSingleton<ArchiveIntake>();
        services.AddHostedService(provider => provider.GetRequiredService<ArchiveIntake>());
        return services;
    }
}
