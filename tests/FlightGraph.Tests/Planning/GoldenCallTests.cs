using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using FlightGraph.StandIn;
using FlightGraph.Tests.Support;
using Xunit.Abstractions;

namespace FlightGraph.Tests.Planning;

/// <summary>The gateway makes the fewest calls that can answer, or says why not.</summary>
public sealed class GoldenCallTests(GoldenCallTests.Upstream upstream, ITestOutputHelper output) : IClassFixture<GoldenCallTests.Upstream>
{
    public static TheoryData<string> Names => [.. GoldenOperations.All.Select(operation => operation.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Calls_Are_The_Fewest_That_Can_Answer(string name)
    {
        var operation = GoldenOperations.All.Single(operation => operation.Name == name);
        var bound = await upstream.Oracle.BoundAsync(operation.Fields);
        await using var gateway = await Gateway.StartAsync(upstream.Address, "--Upstream:MaxCallsPerOperation=100");
        upstream.Requests.Clear();

        var planned = Cost(await AskAsync(gateway, operation, "validate")).GetProperty("planned").GetInt32();
        Assert.Empty(upstream.Requests);
        var answer = await AskAsync(gateway, operation, "report");
        string[] calls = [.. upstream.Requests];
        output.WriteLine($"{operation.Calls} calls, at least {bound}, planned {planned}");
        output.WriteLine(string.Join('\n', calls));

        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        Assert.Equal(operation.Calls, calls.Length);
        Assert.Equal(operation.Calls, Cost(answer).GetProperty("made").GetInt32());
        Assert.True(calls.Length >= bound, $"The oracle is wrong: {calls.Length} calls answer what it says takes {bound}.");
        Assert.True((calls.Length == bound) == (operation.Reason is null), $"{calls.Length} calls where {bound} would do; the reason given: {operation.Reason ?? "none"}.");
        Assert.True(planned >= calls.Length, $"{planned} calls were planned, {calls.Length} made.");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Second_Time_Costs_Nothing(string name)
    {
        var operation = GoldenOperations.All.Single(operation => operation.Name == name);
        await using var gateway = await Gateway.StartAsync(upstream.Address, "--Upstream:MaxCallsPerOperation=100");
        var first = await AskAsync(gateway, operation, "none");
        upstream.Requests.Clear();

        var planned = Cost(await AskAsync(gateway, operation, "validate")).GetProperty("planned").GetInt32();
        var second = await AskAsync(gateway, operation, "none");

        Assert.Equal(0, planned);
        Assert.Empty(upstream.Requests);
        Assert.Equal(first.GetProperty("data").ToString(), second.GetProperty("data").ToString());
        Assert.Equal(first.TryGetProperty("errors", out _), second.TryGetProperty("errors", out _));
    }

    private static JsonElement Cost(JsonElement answer) => answer.GetProperty("extensions").GetProperty("cost");

    private static async Task<JsonElement> AskAsync(Gateway gateway, GoldenOperation operation, string cost)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = JsonContent.Create(new { query = operation.Query, variables = operation.Variables }),
        };
        if (cost != "none")
            request.Headers.Add("GraphQL-Cost", cost);
        using var response = await gateway.Http.SendAsync(request);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>One stand-in for all operations, and one memory for the oracle, which asks it for much.</summary>
    public sealed class Upstream : IAsyncLifetime
    {
        private StandInServer server = null!;
        private HttpClient http = null!;

        internal ConcurrentQueue<string> Requests { get; } = new();

        internal CallOracle Oracle { get; private set; } = null!;

        internal string Address => server.BaseAddress.AbsoluteUri;

        public async Task InitializeAsync()
        {
            server = await StandInServer.StartAsync(onRequest: Requests.Enqueue);
            http = new HttpClient { BaseAddress = server.BaseAddress };
            Oracle = new CallOracle(new UpstreamAnswers(http));
        }

        public async Task DisposeAsync()
        {
            http.Dispose();
            await server.DisposeAsync();
        }
    }
}
