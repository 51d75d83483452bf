namespace FlightGraph.DataLoaders;

internal static class DataLoaderServiceCollectionExtensions
{
    public static IServiceCollection AddDataLoaders(this IServiceCollection services)
    {
        services.AddSingleton<EntityClaims>();
        services.AddSingleton<RefreshQueue>();
        services.AddSingleton<LoaderFactory>();
        services.AddHostedService<RefreshService>();
        return services;
    }
}
