using System.Collections.Concurrent;
using FlightGraph.StandIn;
using FlightGraph.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace FlightGraph.Tests.Planning;

/// <summary>Requests that come at the same time share calls, and calls never depend on who is faster.</summary>
public sealed class SharingTests : IAsyncLifetime
{
    private const int Clients = 1000;

    private readonly TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ScriptedUpstream upstream = null!;
    private Gateway gateway = null!;

    public async Task InitializeAsync()
    {
        upstream = await ScriptedUpstream.StartAsync();
        gateway = await Gateway.StartAsync(upstream.BaseAddress);
    }

    public async Task DisposeAsync()
    {
        release.TrySetResult();
        await gateway.DisposeAsync();
        await upstream.DisposeAsync();
    }

    [Fact]
    public async Task Thousand_Equal_Queries_Make_The_Calls_Of_One()
    {
        upstream.On("spacecraft_flights/7/", Held(Documents.Flight)).On("spacecraft/31/", """{"id": 31, "name": "Craft", "description": "d"}""");

        var answers = await AllAsync(_ => "{ spacecraftFlight(id: 7) { destination spacecraft { name description } } }");

        Assert.All(answers, answer => Assert.Equal("d", answer.At("spacecraftFlight.spacecraft.description").GetString()));
        Assert.Equal(["spacecraft_flights/7/", "spacecraft/31/"], upstream.Requests);
    }

    [Fact]
    public async Task Thousand_Different_Queries_Fetch_A_Common_Object_Once()
    {
        upstream.On("agencies/63/", Held("""{"id": 63, "name": "Roscosmos"}"""));

        var answers = await AllAsync(i => $"{{ a{i}: agency(id: 63) {{ name }} }}");

        Assert.All(answers, answer => Assert.Empty(answer.Errors));
        Assert.Single(upstream.Requests);
    }

    [Fact]
    public async Task Lists_That_Overlap_Ask_For_Each_Object_Once()
    {
        var asked = new ConcurrentQueue<string>();
        upstream.On("launches/", async http =>
        {
            var ids = http.Request.Query["id"].ToString().Split(',');
            foreach (var id in ids)
                asked.Enqueue(id);
            await release.Task;
            await http.Response.WriteAsJsonAsync(new { count = ids.Length, results = ids.Select(id => new { id, name = "L" + id[..2] }) });
        });

        // Client i wants launches i, i + 1 and i + 2.
        var answers = await AllAsync(i => $"{{ a: launch(id: \"{Id(i)}\") {{ name }} b: launch(id: \"{Id(i + 1)}\") {{ name }} c: launch(id: \"{Id(i + 2)}\") {{ name }} }}", 80);

        Assert.All(answers, answer => Assert.Empty(answer.Errors));
        Assert.Equal(asked.Distinct().Count(), asked.Count);
    }

    [Fact]
    public async Task Calls_That_Nobody_Waits_For_Any_More_Are_Not_Made()
    {
        await using var narrow = await Gateway.StartAsync(upstream.BaseAddress, "--Upstream:MaxConcurrentCalls=1", "--Upstream:MaxCallsPerOperation=1000");
        for (var id = 1; id <= 20; id++)
            upstream.On($"programs/{id}/", Held($$"""{"id": {{id}}, "name": "P"}"""));
        upstream.On("agencies/63/", """{"id": 63, "name": "Roscosmos"}""");
        using var leaves = new CancellationTokenSource();
        var gone = Enumerable.Range(1, 20).Select(id => narrow.Http.GetAsync($"/graphql?query={{program(id:{id}){{name}}}}", leaves.Token)).ToList();
        await Task.WhenAny(Task.WhenAll(gone), Task.Delay(500));

        await leaves.CancelAsync();
        await Task.WhenAny(Task.WhenAll(gone), Task.Delay(300));
        release.SetResult();
        var answer = await narrow.QueryAsync("{ agency(id: 63) { name } }");

        Assert.Equal("Roscosmos", answer.At("agency.name").GetString());
        // The one that was under way ends; those that waited for a place are dropped, but for a few that the server had not yet seen go.
        Assert.InRange(upstream.Requests.Count, 2, 8);
        foreach (var request in gone)
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
    }

    /// <summary>Levels, aliases, nodes, gathers and chains of three, with answers that take their random time.</summary>
    [Theory]
    [InlineData("siblings", "{ a: agency(id: 63) { image { id } description } b: agency(id: 44) { description launcherList { id } } l: launch(by: {slug: \"saturn-v-apollo-11\"}) { pad { agencies { description } } updates { id } } }")]
    [InlineData("chain of three", "{ spacecraftFlights(first: 12) { nodes { spacecraft { flights { launch { launchServiceProvider { foundingYear } } } } } } }")]
    [InlineData("gathers", "{ astronauts(first: 4) { nodes { spacecraftFlights { spacecraft { description } landing { landingLocation { landings(first: 2) { totalCount } } } } } } }")]
    [InlineData("nodes", "{ nodes(ids: [\"Agency:63\", \"Launch:0d0acc45-bcf8-4d06-8093-be999f9233ba\", \"Pad:32\", \"Astronaut:84\"]) { id ... on Agency { launches(first: 3) { nodes { rocket { configuration { description } } } } } ... on Pad { launches(first: 2) { nodes { name } } } ... on Astronaut { flights { name } } } }")]
    public async Task Number_Of_Calls_Does_Not_Depend_On_Who_Is_Faster(string shape, string query)
    {
        var calls = 0;
        await using var standIn = await StandInServer.StartAsync(
            new StandInOptions { Latency = TimeSpan.Zero, LatencyUpTo = TimeSpan.FromMilliseconds(3), Seed = shape.Length }, onRequest: _ => Interlocked.Increment(ref calls));
        await using var forgetful = await Gateway.StartAsync(
            standIn.BaseAddress.AbsoluteUri, "--Cache:MaxMemory=0", "--Upstream:MaxCallsPerOperation=1000", "--Upstream:MaxConcurrentCalls=16");
        await forgetful.QueryAsync(query);

        HashSet<int> counts = [];
        for (var round = 0; round < 200; round++)
        {
            calls = 0;
            var answer = await forgetful.QueryAsync(query);
            Assert.Empty(answer.ErrorSummaries);
            counts.Add(calls);
        }

        Assert.True(counts.Count == 1, $"{shape}: {string.Join(", ", counts)} calls");
    }

    private static string Id(int i) => $"{i:00000000}-0000-0000-0000-000000000000";

    private RequestDelegate Held(string json) => async http =>
    {
        await release.Task;
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(json);
    };

    /// <summary>Sends all, waits until the first call is held, gives the rest time to come, and lets go.</summary>
    private async Task<IReadOnlyList<GraphQLAnswer>> AllAsync(Func<int, string> query, int clients = Clients)
    {
        var answers = Enumerable.Range(0, clients).Select(i => gateway.QueryAsync(query(i))).ToList();
        await Task.WhenAny(Task.WhenAll(answers), Task.Delay(1500));
        release.SetResult();
        return await Task.WhenAll(answers);
    }
}
