using FlightGraph.Tests.Support;
using FlightGraph.Upstream.Archive;
using FlightGraph.Upstream.Budget;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace FlightGraph.Tests.Budget;

/// <summary>One of several replicas on one Redis, whose heart a test beats.</summary>
internal sealed class RedisReplica : IAsyncDisposable
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly RedisConnection connection;
    private readonly string name;

    public RedisReplica(RedisServer redis, TimeProvider clock, string name, int limit = 15)
    {
        this.name = name;
        connection = new RedisConnection(Options.Create(new CacheOptions { Redis = redis.Address }));
        Ledger = new RedisLedger(
            new LocalLedger(clock, null, limit, Hour), new RedisBook(connection, "test", name, 2, clock), 2, clock, NullLogger.Instance);
    }

    public RedisLedger Ledger { get; }

    /// <summary>How many of so many calls it may make.</summary>
    public async Task<int> SpendAsync(int calls, int leave = 0)
    {
        var charged = 0;
        for (var call = 0; call < calls; call++)
        {
            if ((await Ledger.TryChargeAsync(leave)).Charge is not { } charge)
                continue;
            Ledger.Settle(charge);
            charged++;
        }

        return charged;
    }

    /// <summary>Beats until a Redis that was empty has heard of it: a connection comes back in its own time, by no clock of ours.</summary>
    public async Task BeatUntilHeardAsync()
    {
        for (var attempt = 0; attempt < 400; attempt++)
        {
            await Ledger.BeatAsync();
            try
            {
                if (await (await connection.GetAsync()).GetDatabase().HashExistsAsync("flightgraph:{budget:test}:replicas", name))
                    return;
            }
            catch (Exception error) when (error is RedisException or TimeoutException)
            {
                // Not yet.
            }

            await Task.Delay(25);
        }

        Assert.Fail("Redis is not back.");
    }

    /// <summary>Ends the connection and nothing else, as a crash does.</summary>
    public ValueTask CrashAsync() => connection.DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        await Ledger.DisposeAsync();
        await connection.DisposeAsync();
    }
}
