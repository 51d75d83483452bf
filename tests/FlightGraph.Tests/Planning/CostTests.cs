using System.Text.Json;
using FlightGraph.StandIn;
using FlightGraph.Tests.Support;

namespace FlightGraph.Tests.Planning;

/// <summary>The plan can be seen, and keeps an operation from spending too much.</summary>
public sealed class CostTests : IAsyncLifetime
{
    private const string Providers = "{ launches(first: 20) { nodes { name launchServiceProvider { foundingYear } } } }";

    private readonly List<string> calls = [];
    private StandInServer standIn = null!;
    private Gateway gateway = null!;

    public async Task InitializeAsync()
    {
        standIn = await StandInServer.StartAsync(onRequest: call =>
        {
            lock (calls)
                calls.Add(call);
        });
        gateway = await Gateway.StartAsync(standIn.BaseAddress.AbsoluteUri);
    }

    public async Task DisposeAsync()
    {
        await gateway.DisposeAsync();
        await standIn.DisposeAsync();
    }

    [Fact]
    public async Task Report_Tells_Each_Call_And_What_It_Was_For()
    {
        var cost = Cost(await CostedAsync("{ spacecraftFlight(id: 358) { destination launch { updates { comment } } } }", "report"));

        Assert.Equal(2, cost.GetProperty("made").GetInt32());
        Assert.True(cost.GetProperty("planned").GetInt32() >= 2);
        var made = cost.GetProperty("calls").EnumerateArray().ToList();
        Assert.Equal(["spacecraft_flights", "launches"], made.Select(call => call.GetProperty("resource").GetString()));
        Assert.Equal(["Query.spacecraftFlight"], Texts(made[0].GetProperty("fields")));
        Assert.Equal(["SpacecraftFlight.launch"], Texts(made[1].GetProperty("fields")));
        Assert.All(made, call =>
        {
            Assert.Equal("FETCHED", call.GetProperty("origin").GetString());
            Assert.True(call.GetProperty("bytes").GetInt64() > 1000);
            Assert.True(call.GetProperty("milliseconds").GetDouble() > 0);
            Assert.Equal(1, call.GetProperty("keys").GetInt32());
        });
    }

    [Theory]
    [InlineData("{ starshipDashboard { updates { comment } } }", "Query.starshipDashboard")]
    [InlineData("{ orbits { name } }", "Query.orbits")]
    [InlineData("{ launches(first: 1) { nodes { name } } }", "Query.launches")]
    [InlineData("{ node(id: \"Agency:63\") { ... on Agency { name } } }", "Query.node")]
    [InlineData("{ launch(by: {slug: \"saturn-v-apollo-11\"}) { name } }", "Query.launch")]
    public async Task Report_Names_The_Field_That_A_Call_Is_For(string query, string field)
    {
        var call = Assert.Single(Cost(await CostedAsync(query, "report")).GetProperty("calls").EnumerateArray());

        Assert.Equal([field], Texts(call.GetProperty("fields")));
    }

    [Fact]
    public async Task Report_Of_The_Same_Again_Is_All_Remembered()
    {
        await gateway.QueryAsync(Providers);
        var before = calls.Count;

        var cost = Cost(await CostedAsync(Providers, "report"));

        Assert.Equal(0, cost.GetProperty("made").GetInt32());
        Assert.Equal(0, cost.GetProperty("planned").GetInt32());
        Assert.All(cost.GetProperty("calls").EnumerateArray(), call => Assert.Equal("REMEMBERED", call.GetProperty("origin").GetString()));
        Assert.Equal(before, calls.Count);
    }

    [Fact]
    public async Task Validate_Calls_Nothing_And_Shows_The_Plan()
    {
        var answer = await CostedAsync(Providers, "validate");

        Assert.Equal(JsonValueKind.Null, answer.Data.ValueKind);
        Assert.Empty(answer.Errors);
        Assert.Equal(1, Cost(answer).GetProperty("planned").GetInt32());
        Assert.Equal("Query.launches", Cost(answer).GetProperty("plan")[0].GetProperty("field").GetString());
        Assert.Empty(calls);
    }

    [Fact]
    public async Task Validate_Foresees_What_Is_Left_When_A_Part_Is_Remembered()
    {
        const string Query = "{ spacecraftFlight(id: 358) { destination launch { updates { comment } } } }";
        var cold = Cost(await CostedAsync(Query, "validate"));
        await gateway.QueryAsync("{ spacecraftFlight(id: 358) { destination } }");

        var warm = Cost(await CostedAsync(Query, "validate"));

        Assert.Equal(2, cold.GetProperty("planned").GetInt32());
        Assert.Equal(1, warm.GetProperty("planned").GetInt32());
        Assert.Equal("SpacecraftFlight.launch", warm.GetProperty("plan")[0].GetProperty("field").GetString());
        Assert.Single(calls);
    }

    [Fact]
    public async Task Operation_Above_The_Limit_Is_Refused_Before_Its_First_Call()
    {
        var query = "{ one: agency(id: 1) { id } launches(first: 30) { nodes { updateConnection { totalCount } } } }";

        var answer = await gateway.QueryAsync(query);

        Assert.Equal(["QUERY_TOO_EXPENSIVE at -"], answer.ErrorSummaries);
        var extensions = answer.Errors[0].GetProperty("extensions");
        Assert.Equal(32, extensions.GetProperty("estimate").GetInt32());
        Assert.Equal(10, extensions.GetProperty("limit").GetInt32());
        Assert.Equal("Launch.updateConnection", extensions.GetProperty("field").GetString());
        Assert.False(answer.Body.TryGetProperty("data", out _));
        Assert.Empty(calls);
    }

    [Fact]
    public async Task Size_Inline_And_As_A_Variable_Has_The_Same_Price()
    {
        var inline = await CostedAsync("{ launches(first: 7) { nodes { updateConnection { totalCount } } } }", "validate");
        var variable = await CostedAsync("query($n: Int) { launches(first: $n) { nodes { updateConnection { totalCount } } } }", "validate", new { n = 7 });
        var skipped = await CostedAsync("query($with: Boolean!) { launches(first: 7) { nodes { id updateConnection @include(if: $with) { totalCount } } } }", "validate", new { with = false });

        Assert.Equal(8, Cost(inline).GetProperty("planned").GetInt32());
        Assert.Equal(8, Cost(variable).GetProperty("planned").GetInt32());
        Assert.Equal(1, Cost(skipped).GetProperty("planned").GetInt32());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("everything")]
    public async Task Cost_Is_Told_Only_To_Those_Who_Ask(string? mode)
    {
        var answer = await CostedAsync("{ agency(id: 63) { name } }", mode);

        Assert.False(answer.Body.GetProperty("extensions").TryGetProperty("cost", out _));
    }

    [Theory]
    [InlineData("the ends of several owners' lists in one call", 2, "{ programs(first: 5) { nodes { launches(last: 1) { nodes { name } } } } }")]
    [InlineData("what hangs on what is docked", 3, "{ dockingLocations { currentlyDocked { flightVehicleChaser { turnAroundTime } } } }")]
    [InlineData("what a way back leads to, but lacks", 2, "{ dockingEvent(id: 20009) { flightVehicleChaser { landing { spacecraftflight { launchCrew { id } } } } } }")]
    [InlineData("the mode that leaves nothing open", 2, "{ expeditions(first: 4, orderBy: [{field: ID, direction: DESC}]) { nodes { spacewalks { spacecraftFlight { turnAroundTime landingCrew { id } } } } } }")]
    [InlineData("the same objects again in more depth", 3, "{ celestialBody(id: 2) { locations { latitude celestialBody { locations { pads { infoUrl } } } } } }")]
    public async Task Plan_Foresees(string what, int made, string query)
    {
        var cost = Cost(await CostedAsync(query, "report"));

        var planned = cost.GetProperty("planned").GetInt32();
        Assert.True(made == cost.GetProperty("made").GetInt32() && made <= planned, $"{what}: {planned} calls planned; {cost.GetProperty("calls")}");
    }

    private static JsonElement Cost(GraphQLAnswer answer) => answer.Body.GetProperty("extensions").GetProperty("cost");

    private static IEnumerable<string?> Texts(JsonElement list) => list.EnumerateArray().Select(item => item.GetString());

    private Task<GraphQLAnswer> CostedAsync(string query, string? mode, object? variables = null) =>
        gateway.PostAsync(new { query, variables }, mode is null ? [] : [("GraphQL-Cost", mode)]);
}
