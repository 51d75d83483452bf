using System.Globalization;
using System.Text.Json;
using FlightGraph.StandIn;
using FlightGraph.StandIn.Data;
using FlightGraph.Tests.Support;
using Xunit.Abstractions;

namespace FlightGraph.Tests.Planning;

/// <summary>
/// Operations that nobody has thought of are answered as asking for everything answers them, whatever is remembered. The
/// environment may ask for more of them (<c>RANDOM_OPERATIONS</c>) or for others (<c>RANDOM_SEED</c>).
/// </summary>
public sealed class RandomOperationTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly int Count = Setting("RANDOM_OPERATIONS", 60);
    private static readonly int Seed = Setting("RANDOM_SEED", 1);

    private readonly Dictionary<string, IReadOnlyList<string>> ids = [];
    private StandInServer server = null!;
    private HttpClient http = null!;
    private Gateway remembering = null!;
    private Gateway forgetful = null!;
    private BruteForceExecutor executor = null!;

    public async Task InitializeAsync()
    {
        server = await StandInServer.StartAsync();
        http = new HttpClient { BaseAddress = server.BaseAddress };
        executor = new BruteForceExecutor(new UpstreamAnswers(http));
        remembering = await Gateway.StartAsync(server.BaseAddress.AbsoluteUri, "--Upstream:MaxCallsPerOperation=1000");
        forgetful = await Gateway.StartAsync(server.BaseAddress.AbsoluteUri, "--Upstream:MaxCallsPerOperation=1000", "--Cache:MaxMemory=0");
    }

    public async Task DisposeAsync()
    {
        await remembering.DisposeAsync();
        await forgetful.DisposeAsync();
        http.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task Answers_Are_Those_Of_Brute_Force_And_Calls_Are_Within_The_Plan()
    {
        var operations = new RandomOperations((await remembering.QueryAsync(RandomOperations.Introspection)).Data, IdsOf, new Random(Seed));
        List<string> findings = [];
        for (var i = 0; i < Count; i++)
        {
            var operation = operations.Next();
            findings.AddRange((await FindingsAsync(operation)).Select(finding => $"{finding}\n    {operation}"));
        }

        output.WriteLine($"{Count} operations from seed {Seed}, {findings.Count} findings");
        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }

    private async Task<IReadOnlyList<string>> FindingsAsync(string operation)
    {
        await using var gateway = await Gateway.StartAsync(server.BaseAddress.AbsoluteUri, "--Upstream:MaxCallsPerOperation=1000");
        List<string> findings = [];
        (string Name, GraphQLAnswer Answer)[] answers =
        [
            ("cold", await AskAsync(gateway, operation)),
            ("warm", await AskAsync(remembering, operation)),
            ("forgetful", await AskAsync(forgetful, operation)),
        ];
        foreach (var (name, answer) in answers)
        {
            if (answer.Errors.Count > 0)
                findings.Add($"{name}: {answer.Errors[0]}");
        }

        if (findings.Count > 0)
            return findings;

        var expected = JsonSerializer.SerializeToElement(await executor.RunAsync(AskedField.Parse(operation, new Dictionary<string, object?>())));
        foreach (var (name, answer) in answers)
        {
            if (BruteForceTests.Difference(expected, answer.Data, "data") is { } difference)
                findings.Add($"{name}: {difference}");

            var cost = answer.Body.GetProperty("extensions").GetProperty("cost");
            var (planned, made) = (cost.GetProperty("planned").GetInt32(), cost.GetProperty("made").GetInt32());
            // A list inside a document counts as three items before it has come; the dashboard has lists of up to ten.
            if (name != "forgetful" && made > planned && !operation.Contains("starshipDashboard", StringComparison.Ordinal))
                findings.Add($"{name}: {planned} calls planned, {made} made");
        }

        return findings;
    }

    private static Task<GraphQLAnswer> AskAsync(Gateway gateway, string operation) => gateway.PostAsync(new { query = operation }, ("GraphQL-Cost", "report"));

    /// <summary>None of what only comes inside others.</summary>
    private IReadOnlyList<string> IdsOf(string type)
    {
        if (!ids.TryGetValue(type, out var known))
            ids[type] = known = [.. DataSet.Current.All(UpstreamFacts.EntityOf(type)).Select(record => record.Id!.ToString()!)];
        return known;
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
