using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace FlightGraph.Upstream.Archive;

/// <summary>
/// The one connection to Redis. It never fails a start: a Redis that is away is tried again in the background for as long as the
/// gateway runs.
/// </summary>
public sealed class RedisConnection(IOptions<CacheOptions> options) : IAsyncDisposable
{
    private readonly Lazy<Task<ConnectionMultiplexer>>? connection = string.IsNullOrEmpty(options.Value.Redis)
        ? null
        : new(() => ConnectionMultiplexer.ConnectAsync(Read(options.Value.Redis)));

    /// <summary>Whether replicas share anything.</summary>
    public bool IsConfigured => connection is not null;

    /// <summary>The connection, perhaps without a server at its other end yet.</summary>
    /// <exception cref="InvalidOperationException">None is configured.</exception>
    public async Task<IConnectionMultiplexer> GetAsync() =>
        connection is not null ? await connection.Value : throw new InvalidOperationException("Cache:Redis is not configured.");

    public async ValueTask DisposeAsync()
    {
        if (connection is { IsValueCreated: true })
            await (await connection.Value).DisposeAsync();
    }

    private static ConfigurationOptions Read(string text)
    {
        var read = ConfigurationOptions.Parse(text);
        read.AbortOnConnectFail = false;
        read.ClientName = "FlightGraph";
        // A call of a client waits for these, and has another way to go when Redis is away. Whoever sets them knows better.
        if (!Says("connectTimeout"))
            read.ConnectTimeout = 1000;
        if (!Says("asyncTimeout"))
            read.AsyncTimeout = 1000;
        if (!Says("syncTimeout"))
            read.SyncTimeout = 1000;
        read.BacklogPolicy = BacklogPolicy.FailFast;
        return read;

        bool Says(string option) => text.Contains($",{option}=", StringComparison.OrdinalIgnoreCase);
    }
}
