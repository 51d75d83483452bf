using FlightGraph.Tests.Archive;
using FlightGraph.Tests.Support;
using FlightGraph.Upstream.Archive;
using Microsoft.Extensions.DependencyInjection;

namespace FlightGraph.Tests.Warming;

/// <summary>What stays of the answers.</summary>
public sealed class KeepingTests
{
    [Fact]
    public async Task Lists_Of_Edits_Are_Not_Kept()
    {
        using var folder = new TemporaryFolder();
        await using var upstream = await ScriptedUpstream.StartAsync();
        upstream.On("launches/", Documents.Page(Launches.Row(1, "2026-07-24T11:59:30Z"))).On("events/", Documents.Page()).On("launches/upcoming/", Documents.Page());
        await using var gateway = await WarmGateway.StartAsync(upstream.BaseAddress, $"--Cache:Path={folder.Path}");
        for (var i = 0; i < 3; i++)
            await gateway.WarmAsync();

        var archive = gateway.Gateway.Services.GetRequiredService<AnswerArchive>();
        await archive.FlushAsync();
        List<string> kept = [];
        await foreach (var answer in archive.ReadAllAsync(long.MaxValue, CancellationToken.None))
            kept.Add(answer.Key);

        Assert.Equal(["launches/upcoming/?limit=100&mode=normal&ordering=net,id"], kept);
        Assert.Equal("as it was", (await gateway.Gateway.QueryAsync($$"""{ launch(id: "{{Launches.Id(1)}}") { name } }""")).At("launch.name").GetString());
        Assert.Equal(3, upstream.Requests.Count);
    }

    [Fact]
    public async Task Budget_Learns_Of_Launches()
    {
        await using var upstream = await ScriptedUpstream.StartAsync();
        upstream.On("launches/", Documents.Page(Launches.Row(1, "2026-07-24T11:59:30Z", net: "2026-07-24T13:30:00Z")));
        await using var gateway = await WarmGateway.StartAsync(upstream.BaseAddress);
        Assert.False(gateway.Budget.IsLaunchAwaited);

        await gateway.WarmAsync();

        Assert.True(gateway.Budget.IsLaunchAwaited);
    }
}
