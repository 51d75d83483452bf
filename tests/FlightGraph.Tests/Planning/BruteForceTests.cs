using System.Text.Json;
using FlightGraph.StandIn;
using FlightGraph.Tests.Support;

namespace FlightGraph.Tests.Planning;

/// <summary>However few calls an answer was made of, it is the one that asking for everything gives.</summary>
public sealed class BruteForceTests(BruteForceTests.Upstream upstream) : IClassFixture<BruteForceTests.Upstream>
{
    public static TheoryData<string> Names => [.. GoldenOperations.All.Select(operation => operation.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Answer_Is_That_Of_Brute_Force(string name)
    {
        var operation = GoldenOperations.All.Single(operation => operation.Name == name);
        await using var gateway = await Gateway.StartAsync(upstream.Address, "--Upstream:MaxCallsPerOperation=100");

        await AssertSameAsync(gateway, operation);
    }

    /// <summary>Each operation meets what all those before it have left behind.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Answer_Stays_The_Same_Whatever_Is_Remembered(bool isBackwards)
    {
        await using var gateway = await Gateway.StartAsync(upstream.Address, "--Upstream:MaxCallsPerOperation=100");

        foreach (var operation in isBackwards ? GoldenOperations.All.Reverse() : GoldenOperations.All)
            await AssertSameAsync(gateway, operation);
    }

    private async Task AssertSameAsync(Gateway gateway, GoldenOperation operation)
    {
        var answer = await gateway.QueryAsync(operation.Query, operation.Variables);
        var expected = JsonSerializer.SerializeToElement(await upstream.Executor.RunAsync(operation.Fields));

        Assert.Empty(answer.ErrorSummaries);
        Assert.True(JsonElement.DeepEquals(expected, answer.Data), $"{operation.Name}: {Difference(expected, answer.Data, "data")}");
    }

    /// <summary>The first place where two answers differ.</summary>
    internal static string? Difference(JsonElement expected, JsonElement actual, string path)
    {
        if (JsonElement.DeepEquals(expected, actual))
            return null;
        var differences = (expected.ValueKind, actual.ValueKind) switch
        {
            (JsonValueKind.Object, JsonValueKind.Object) => expected.EnumerateObject().Select(pair => actual.TryGetProperty(pair.Name, out var other)
                ? Difference(pair.Value, other, $"{path}.{pair.Name}")
                : $"{path}.{pair.Name} is missing"),
            (JsonValueKind.Array, JsonValueKind.Array) when expected.GetArrayLength() == actual.GetArrayLength() =>
                expected.EnumerateArray().Select((item, i) => Difference(item, actual[i], $"{path}.{i}")),
            _ => [],
        };
        return differences.FirstOrDefault(difference => difference is not null) ?? $"{path} is {Start(actual)} and should be {Start(expected)}";
    }

    private static string Start(JsonElement value) => value.GetRawText() is { Length: > 300 } text ? text[..300] + "…" : value.GetRawText();

    /// <summary>One stand-in for all operations, and one executor, which remembers its many calls.</summary>
    public sealed class Upstream : IAsyncLifetime
    {
        private StandInServer server = null!;
        private HttpClient http = null!;

        internal BruteForceExecutor Executor { get; private set; } = null!;

        internal string Address => server.BaseAddress.AbsoluteUri;

        public async Task InitializeAsync()
        {
            server = await StandInServer.StartAsync();
            http = new HttpClient { BaseAddress = server.BaseAddress };
            Executor = new BruteForceExecutor(new UpstreamAnswers(http));
        }

        public async Task DisposeAsync()
        {
            http.Dispose();
            await server.DisposeAsync();
        }
    }
}
