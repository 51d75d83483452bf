using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using FlightGraph.Tests.Support;
using Microsoft.Extensions.Options;
using static FlightGraph.Tests.Archive.OpenedArchive;

namespace FlightGraph.Tests.Archive;

/// <summary>Replicas share what any of them was answered, and outlive the Redis that they share it through.</summary>
public sealed class RedisAnswerArchiveTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [RedisFact]
    public async Task Replicas_Find_One_Anothers_Answers_And_Are_Told_Of_Them()
    {
        await using var redis = await RedisServer.StartNewAsync();
        await using var one = await OnRedisAsync(redis);
        await using var other = await OnRedisAsync(redis);
        var told = Told(other);
        var toldItself = Told(one);

        await one.SaveAsync(Answer("launches/?limit=1&offset=2", 1, "one"), Answer("pads/0/", 2, null));

        Assert.Equal(["launches/?limit=1&offset=2", "pads/0/"], (await NextAsync(told, 2)).Order());
        Assert.Equal("one", await other.BodyOfAsync("launches/?limit=1&offset=2"));
        Assert.Null((await other.FindAsync("pads/0/"))!.Body);
        Assert.Equal(["launches/?limit=1&offset=2", "pads/0/"], (await other.ReadAllAsync()).Select(answer => answer.Key));
        Assert.False(toldItself.Reader.TryRead(out _));
        Assert.Equal(2, one.Archive.Status.Single().Answers);
    }

    [RedisFact]
    public async Task Everything_Is_Read_Back_Oldest_First_And_The_Newest_That_Fits()
    {
        await using var redis = await RedisServer.StartNewAsync();
        await using var one = await OnRedisAsync(redis);
        await one.SaveAsync([.. Enumerable.Range(0, 600).Reverse().Select(i => Answer($"pads/{i}/", i, new string('a', 1000)))]);
        await using var other = await OnRedisAsync(redis);

        Assert.Equal(Enumerable.Range(0, 600).Select(i => $"pads/{i}/"), (await other.ReadAllAsync()).Select(answer => answer.Key));
        Assert.Equal(["pads/597/", "pads/598/", "pads/599/"], (await other.ReadAllAsync(3999)).Select(answer => answer.Key));
    }

    [RedisFact]
    public async Task Older_Answer_Never_Replaces_A_Newer()
    {
        await using var redis = await RedisServer.StartNewAsync();
        await using var one = await OnRedisAsync(redis);
        await using var other = await OnRedisAsync(redis);

        // A microsecond apart, which is as fine as is told.
        await one.SaveAsync(Answer("pads/1/", 1, "new") with { ReadAt = Noon.AddMicroseconds(2) });
        await other.SaveAsync(Answer("pads/1/", 1, "old") with { ReadAt = Noon.AddMicroseconds(1) });
        Assert.Equal("new", await other.BodyOfAsync("pads/1/"));

        await other.SaveAsync(Answer("pads/1/", 1, null) with { ReadAt = Noon.AddMicroseconds(3) });
        var newest = await one.FindAsync("pads/1/");
        Assert.Null(newest!.Body);
        Assert.Equal(Noon.AddMicroseconds(3), newest.ReadAt);
    }

    [RedisFact]
    public async Task Redis_Stays_Within_Its_Bound()
    {
        const int bound = 1 << 20;
        await using var redis = await RedisServer.StartNewAsync();
        await using var one = await OnRedisAsync(redis, maxDisk: bound);
        var random = new Random(4);
        var bytes = new byte[7_500];

        for (var i = 0; i < 300; i++)
        {
            random.NextBytes(bytes);
            one.Archive.Save(Answer($"pads/{i}/", i, Convert.ToHexString(bytes)));
            // In their order, so that the oldest is always the one to go.
            if (i % 100 == 99)
                await one.Archive.FlushAsync();
        }

        var status = one.Archive.Status.Single();
        Assert.InRange(status.Bytes, bound / 10 * 9, bound);
        var kept = await one.ReadAllAsync();
        Assert.Equal(status.Answers, kept.Count);
        Assert.Equal("pads/299/", kept[^1].Key);
        Assert.Equal(kept.Count - 1, (kept[^1].ReadAt - kept[0].ReadAt).TotalSeconds);
    }

    [RedisFact]
    public async Task Removed_Answer_Is_Gone_For_All()
    {
        await using var redis = await RedisServer.StartNewAsync();
        await using var one = await OnRedisAsync(redis);
        await using var other = await OnRedisAsync(redis);
        await one.SaveAsync(Answer("pads/1/", 1));

        other.Archive.Remove("pads/1/");
        await other.Archive.FlushAsync();

        Assert.Null(await one.FindAsync("pads/1/"));
        Assert.Empty(await one.ReadAllAsync());
        Assert.Equal((0, 0), (other.Archive.Status.Single().Answers, other.Archive.Status.Single().Bytes));
    }

    [RedisFact]
    public async Task Killed_Redis_Costs_No_Answer_And_Is_Filled_Again_When_It_Returns()
    {
        using var folder = new TemporaryFolder();
        await using var redis = await RedisServer.StartNewAsync();
        await using var one = await OnRedisAsync(redis, folder.Path);
        await using var other = await OnRedisAsync(redis);
        await one.SaveAsync(Answer("pads/1/", 1, "before"));
        var toldBefore = one.Log.Count;
        await redis.KillAsync();

        for (var i = 0; i < 5; i++)
            await one.SaveAsync(Answer("pads/2/", 2 + i, $"away {i}"));
        Assert.Equal("before", await one.BodyOfAsync("pads/1/"));
        Assert.Null(await other.FindAsync("pads/2/"));
        Assert.Contains("not kept", Assert.Single(one.Log.Skip(toldBefore)), StringComparison.Ordinal);
        Assert.True(one.Archive.IsOpen);

        await redis.StartAsync();
        await using var third = await OnRedisAsync(redis);
        var told = Told(third);

        // What waited is written without anybody saving again: it is there already, or the new replica is told of it.
        if (await third.FindAsync("pads/2/") is null)
            await ToldOfAsync(told, "pads/2/");
        Assert.Equal("away 4", await third.BodyOfAsync("pads/2/"));
        // Redis has forgotten the first; whoever asks for it, or did while Redis was away, brings it back.
        Assert.Equal("before", await one.BodyOfAsync("pads/1/"));
        await one.Archive.FlushAsync();
        Assert.Equal("before", await third.BodyOfAsync("pads/1/"));
        Assert.Contains("again", Assert.Single(one.Log.Skip(toldBefore + 1)), StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task Redis_Away_At_The_Start_Delays_It_Little_And_May_Come_Later()
    {
        await using var redis = await RedisServer.StartNewAsync();
        await redis.KillAsync();
        var clock = TimeProvider.System;
        var started = clock.GetTimestamp();

        await using var one = await OnRedisAsync(redis.Address);

        Assert.InRange(clock.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(6));
        Assert.Empty(await one.ReadAllAsync());
        await one.SaveAsync(Answer("pads/1/", 1, "early"));
        Assert.False(one.Archive.IsOpen);
        Assert.Single(one.Log);

        await redis.StartAsync();
        await using var other = await OnRedisAsync(redis);
        var told = Told(other);
        if (await other.FindAsync("pads/1/") is null)
            await ToldOfAsync(told, "pads/1/");
        // Until the write that we just saw has ended for the writer too.
        await one.Archive.FlushAsync();

        await other.SaveAsync(Answer("pads/2/", 2));
        Assert.NotNull(await one.FindAsync("pads/2/"));
        Assert.True(one.Archive.IsOpen);
    }

    [Fact]
    public async Task Redis_That_Never_Answers_Delays_The_Start_Little()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var clock = TimeProvider.System;
        var started = clock.GetTimestamp();

        await using (var one = await OnRedisAsync(silent.LocalEndpoint.ToString()!))
        {
            Assert.InRange(clock.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(6));
            Assert.Null(await one.FindAsync("pads/1/"));
            await one.SaveAsync(Answer("pads/1/", 1));
            Assert.Single(one.Log);
        }

        // Nor does it hold up the end.
        Assert.InRange(clock.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [RedisFact]
    public async Task Newest_Of_Disk_And_Redis_Is_Found_And_Each_Key_Read_Back_Once()
    {
        using var folder = new TemporaryFolder();
        await using var redis = await RedisServer.StartNewAsync();
        await using (var disk = await OnDiskAsync(folder.Path))
            await disk.SaveAsync(Answer("pads/1/", 1, "disk"), Answer("pads/2/", 4, "disk"), Answer("pads/3/", 5, "disk"));
        await using (var shared = await OnRedisAsync(redis))
            await shared.SaveAsync(Answer("pads/1/", 3, "redis"), Answer("pads/2/", 2, "redis"), Answer("pads/4/", 6, "redis"));

        await using (var both = await OnRedisAsync(redis, folder.Path))
        {
            Assert.Equal(["pads/1/", "pads/2/", "pads/3/", "pads/4/"], (await both.ReadAllAsync()).Select(answer => answer.Key));
            Assert.Equal("redis", await both.BodyOfAsync("pads/1/"));
            Assert.Equal("disk", await both.BodyOfAsync("pads/2/"));
        }

        // What was found in the one lies in the other now.
        await using var again = await OnDiskAsync(folder.Path);
        Assert.Equal("redis", await again.BodyOfAsync("pads/1/"));
    }

    [Theory]
    [InlineData("localhost:6379,colour=red")]
    [InlineData(",")]
    public async Task Address_That_Cannot_Be_Read_Stops_The_Start(string address)
    {
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => Gateway.StartAsync("http://localhost/", $"--Cache:Redis={address}"));

        Assert.Contains("Cache:Redis must be host:port", Assert.Single(error.Failures), StringComparison.Ordinal);
    }

    private static Channel<string> Told(OpenedArchive opened)
    {
        var keys = Channel.CreateUnbounded<string>();
        opened.Archive.SavedElsewhere += key => keys.Writer.TryWrite(key);
        return keys;
    }

    private static async Task<IReadOnlyList<string>> NextAsync(Channel<string> told, int count)
    {
        using var timeout = new CancellationTokenSource(Patience);
        List<string> keys = [];
        while (keys.Count < count)
            keys.Add(await told.Reader.ReadAsync(timeout.Token));
        return keys;
    }

    private static async Task ToldOfAsync(Channel<string> told, string key)
    {
        while ((await NextAsync(told, 1))[0] != key)
        {
        }
    }
}
