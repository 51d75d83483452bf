using NeoSmart.Caching.Sqlite;
using ZiggyCreatures.Caching.Fusion;
using ZiggyCreatures.Caching.Fusion.Serialization.SystemTextJson;

namespace FlightGraph.Benchmarks.Store;

/// <summary>FusionCache over a file.</summary>
internal sealed class FusionOnDisk : IDisposable
{
    private readonly SqliteCache disk;
    private readonly FusionCache cache;

    public FusionOnDisk(string folder)
    {
        disk = new SqliteCache(new SqliteCacheOptions { CachePath = Path.Combine(folder, "fusion.db") });
        cache = new FusionCache(new FusionCacheOptions { DefaultEntryOptions = new FusionCacheEntryOptions(TimeSpan.FromDays(30)) });
        cache.SetupSerializer(new FusionCacheSystemTextJsonSerializer());
        cache.SetupDistributedCache(disk);
    }

    public async Task SetAsync<T>(string key, T value) => await cache.SetAsync(key, value);

    /// <summary>How many of the keys are found; what is found goes through <paramref name="use"/>.</summary>
    public async Task<int> CountAsync<T>(IEnumerable<string> keys, Action<T>? use = null)
    {
        var found = 0;
        foreach (var key in keys)
        {
            if (await cache.TryGetAsync<T>(key) is not { HasValue: true } value)
                continue;
            found++;
            use?.Invoke(value.Value);
        }

        return found;
    }

    public void Dispose()
    {
        cache.Dispose();
        disk.Dispose();
    }
}
