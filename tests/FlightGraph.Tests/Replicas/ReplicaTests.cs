using System.Collections.Concurrent;
using FlightGraph.StandIn;
using FlightGraph.Tests.Support;

namespace FlightGraph.Tests.Replicas;

/// <summary>Two gateways over one Redis and one upstream that allows them 15 calls an hour together.</summary>
public sealed class ReplicaTests : IAsyncLifetime
{
    private readonly ConcurrentQueue<string> calls = new();
    private StandInServer standIn = null!;

    public async Task InitializeAsync() =>
        standIn = await StandInServer.StartAsync(new StandInOptions { Throttle = 15 }, onRequest: calls.Enqueue);

    public async Task DisposeAsync() => await standIn.DisposeAsync();

    [RedisFact]
    public async Task What_One_Has_Asked_The_Other_Knows()
    {
        await using var redis = await RedisServer.StartNewAsync();
        await using var one = await StartAsync(redis);
        await using var other = await StartAsync(redis);

        await one.QueryAsync("{ agency(id: 44) { name foundingYear } }");
        await Eventually.IsTrueAsync(async () => (await other.PostAsync(
            new { query = "{ agency(id: 44) { foundingYear } }" }, ("Cache-Control", "only-if-cached"))).Errors.Count == 0);

        Assert.Single(calls);
    }

    [RedisFact]
    public async Task New_Replica_Begins_With_What_Others_Have_Asked()
    {
        await using var redis = await RedisServer.StartNewAsync();
        await using (var one = await StartAsync(redis))
            await one.QueryAsync("{ launches(first: 5) { nodes { name pad { name } } } }");
        await using var later = await StartAsync(redis);

        var answer = await later.QueryAsync("{ launches(first: 5) { nodes { name pad { name } } } }");

        Assert.Empty(answer.Errors);
        Assert.Single(calls);
    }

    [RedisFact]
    public async Task Together_They_Stay_Within_The_Limit_Though_Redis_Dies_And_Comes_Back()
    {
        await using var redis = await RedisServer.StartNewAsync();
        await using var one = await StartAsync(redis);
        await using var other = await StartAsync(redis);

        await AskAsync(one, 1, 4);
        await AskAsync(other, 11, 4);
        Assert.Equal(8, calls.Count);
        await redis.KillAsync();
        await AskAsync(one, 21, 10);
        await AskAsync(other, 41, 10);
        Assert.InRange(calls.Count, 8, 15);
        await redis.StartAsync();
        await AskAsync(one, 61, 10);
        await AskAsync(other, 81, 10);

        // The upstream refuses the sixteenth; what it counted is what arrived.
        Assert.InRange(calls.Count, 8, 15);
        var known = await other.QueryAsync("{ astronaut(id: 11) { name } upstream { breaker } }");
        Assert.Equal("CLOSED", known.At("upstream.breaker").GetString());
    }

    private Task<Gateway> StartAsync(RedisServer redis) => Gateway.StartAsync(
        standIn.BaseAddress.AbsoluteUri, $"--Cache:Redis={redis.Address}", "--Budget:MaxWait=00:00:03", "--Budget:MaxSharePerClient=1", "--Budget:RefreshShare=0");

    /// <summary>Different things, one after the other; those beyond the budget are refused.</summary>
    private static async Task AskAsync(Gateway gateway, int firstId, int count)
    {
        for (var id = firstId; id < firstId + count; id++)
            await gateway.QueryAsync($"{{ astronaut(id: {id}) {{ name bio }} }}");
    }
}
