using FlightGraph.Upstream.Archive;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FlightGraph.Upstream.Budget;

internal static class BudgetServiceCollectionExtensions
{
    /// <summary>Registers <see cref="CallBudget"/> and <see cref="LaunchCalendar"/>; options come from the section <c>Budget</c>.</summary>
    public static IServiceCollection AddBudget(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<BudgetOptions>().BindStrictly(configuration, BudgetOptions.SectionName);
        services.TryAddSingleton<StoreFolder>();
        services.TryAddSingleton<RedisConnection>();
        services.AddSingleton<LaunchCalendar>();
        services.AddSingleton<LedgerFactory>();
        // Its constructor is internal, as are the parts that it takes.
        services.AddSingleton(provider => new CallBudget(
            provider.GetRequiredService<IOptions<BudgetOptions>>(),
            provider.GetRequiredService<IOptions<UpstreamOptions>>(),
            provider.GetRequiredService<LedgerFactory>(),
            provider.GetRequiredService<LaunchCalendar>(),
            provider.GetRequiredService<IHttpClientFactory>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<CallBudget>>()));
        return services;
    }
}
