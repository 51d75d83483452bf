using System.Text.Json;
using FlightGraph.Schema;
using FlightGraph.Tests.Support;
using FlightGraph.Upstream.Contract;
using Microsoft.AspNetCore.Http;

namespace FlightGraph.Tests.Schema;

/// <summary>Lists and objects that lead from one object on to others.</summary>
public sealed partial class EdgeTests(StandInGateway standIn) : IClassFixture<StandInGateway>, IAsyncLifetime
{
    /// <summary>How many owners are looked at before three with rows will do.</summary>
    private const int EnoughOwners = 40;

    private static readonly SchemaCatalogue Catalogue = new(UpstreamContract.Load("2.3.0"), SchemaServiceCollectionExtensions.Topics);

    private ScriptedUpstream upstream = null!;
    private Gateway gateway = null!;

    public static TheoryData<string> Edges => [.. Catalogue.Types.SelectMany(type => type.Edges).Select(edge => $"{edge.Owner.Name}.{edge.Definition.Name}")];

    public async Task InitializeAsync()
    {
        upstream = await ScriptedUpstream.StartAsync();
        gateway = await Gateway.StartAsync(upstream.BaseAddress, "--Cache:MaxMemory=0", "--Upstream:MaxCallsPerOperation=1000");
    }

    public async Task DisposeAsync()
    {
        await gateway.DisposeAsync();
        Assert.Empty(upstream.Unannounced);
        await upstream.DisposeAsync();
    }

    /// <summary>Alone and together with others, each owner gets what the filter by that owner gives.</summary>
    [Theory]
    [MemberData(nameof(Edges))]
    public async Task Edge_Gives_What_The_Filter_By_Its_Owner_Gives(string name)
    {
        var edge = Catalogue.Types.SelectMany(type => type.Edges).Single(edge => $"{edge.Owner.Name}.{edge.Definition.Name}" == name);
        var owners = (await CountsAsync(edge)).OrderByDescending(owner => owner.Count).ToList();
        Assert.True(owners[0].Count > 0, "No owner in the stand-in's data has rows.");
        // The richest and the poorest, so that together they are few enough for one call at times, and too many at others.
        List<(string Id, string Value, int Count)> chosen = [.. owners.Take(3), .. owners.Skip(3).TakeLast(3)];

        var ids = chosen.Select(owner => $"{edge.Owner.Name}:{owner.Id}").ToList();
        var selection = $"... on {edge.Owner.Name} {{ {edge.Definition.Name}(first: 2) {{ totalCount pageInfo {{ hasNextPage }} nodes {{ id }} }} }}";
        var (together, _) = await standIn.QueryAsync($"query($ids: [ID!]!) {{ nodes(ids: $ids) {{ {selection} }} }}", new { ids });
        var (alone, _) = await standIn.QueryAsync($"query($id: ID!) {{ node(id: $id) {{ {selection} }} }}", new { id = ids[0] });

        Assert.Empty(together.ErrorSummaries);
        Assert.Empty(alone.ErrorSummaries);
        Assert.Equal(together.At("nodes.0").GetRawText(), alone.At("node").GetRawText());
        for (var i = 0; i < chosen.Count; i++)
        {
            var connection = together.At($"nodes.{i}.{edge.Definition.Name}");
            var expected = (await standIn.RestRowsAsync(Address(edge, chosen[i].Value))).Select(row => $"{edge.Target.Type.Name}:{row.GetProperty("id")}").ToHashSet();
            var rows = connection.GetProperty("nodes").EnumerateArray().Select(row => row.GetProperty("id").GetString()!).ToList();
            Assert.Equal((ids[i], chosen[i].Count), (ids[i], connection.GetProperty("totalCount").GetInt32()));
            Assert.Equal(Math.Min(2, chosen[i].Count), rows.Distinct().Count());
            Assert.All(rows, row => Assert.Contains(row, expected));
            Assert.Equal(chosen[i].Count > 2, connection.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());
        }
    }

    [Fact]
    public async Task Few_Rows_Of_Several_Owners_Come_In_One_Call()
    {
        var launches = Launches((1, 3), (2, 1), (4, 2), (5, 94));
        Script(owners: 5, launches);

        var answer = await gateway.QueryAsync("{ agencies(first: 5) { nodes { name launches(first: 2) { totalCount pageInfo { hasNextPage hasPreviousPage endCursor } edges { cursor node { name } } } } } }");

        Assert.Empty(answer.ErrorSummaries);
        Assert.Equal(2, upstream.Requests.Count);
        Assert.Equal("launches/?limit=100&mode=normal&ordering=net,id&lsp__id=1,2,3,4,5", upstream.Requests[1]);
        Assert.Equal(
            ["3 true false A1-0 A1-1", "1 false false A2-0", "0 false false", "2 false false A4-0 A4-1", "94 true false A5-0 A5-1"],
            Enumerable.Range(0, 5).Select(i => Summary(answer.At($"agencies.nodes.{i}.launches"))));
        Assert.Equal(JsonValueKind.Null, answer.At("agencies.nodes.2.launches.pageInfo.endCursor").ValueKind);
        Assert.Equal(answer.At("agencies.nodes.0.launches.pageInfo.endCursor").GetString(), answer.At("agencies.nodes.0.launches.edges.1.cursor").GetString());
    }

    /// <summary>All rows of all owners are read together while their pages are fewer than the owners.</summary>
    [Theory]
    [InlineData(95, 1 + 2)]
    [InlineData(395, 1 + 5)]
    [InlineData(695, 1 + 1 + 5)]
    public async Task Rows_Of_Several_Owners_Come_In_The_Fewest_Calls(int rows, int calls)
    {
        Script(owners: 5, Launches((1, 3), (2, 1), (4, 2), (5, rows)));

        var answer = await gateway.QueryAsync("{ agencies(first: 5) { nodes { name launches(first: 2) { totalCount pageInfo { hasNextPage hasPreviousPage } edges { node { name } } } } } }");

        Assert.Empty(answer.ErrorSummaries);
        Assert.Equal(calls, upstream.Requests.Count);
        Assert.Equal(
            ["3 true false A1-0 A1-1", "1 false false A2-0", "0 false false", "2 false false A4-0 A4-1", $"{rows} true false A5-0 A5-1"],
            Enumerable.Range(0, 5).Select(i => Summary(answer.At($"agencies.nodes.{i}.launches"))));
    }

    [Fact]
    public async Task Only_The_Counts_Of_Several_Owners_Come_In_One_Call()
    {
        Script(owners: 3, Launches((1, 3), (3, 2)));

        var answer = await gateway.QueryAsync("{ agencies(first: 3) { nodes { launches { totalCount } } } }");

        Assert.Equal([3, 0, 2], Enumerable.Range(0, 3).Select(i => answer.At($"agencies.nodes.{i}.launches.totalCount").GetInt32()));
        Assert.Equal(2, upstream.Requests.Count);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(95)]
    public async Task Walk_Goes_On_From_A_Cursor_That_Came_With_Others(int rows)
    {
        Script(owners: 2, Launches((1, rows), (2, 4)));
        var first = await gateway.QueryAsync("{ agencies(first: 2) { nodes { launches(first: 3) { pageInfo { endCursor } edges { node { name } } } } } }");
        List<string> seen = [.. Names(first.At("agencies.nodes.0.launches"))];
        var after = first.At("agencies.nodes.0.launches.pageInfo.endCursor").GetString();

        for (var more = true; more;)
        {
            var next = await gateway.QueryAsync("query($after: String) { agency(id: 1) { launches(first: 40, after: $after) { pageInfo { hasNextPage endCursor } edges { node { name } } } } }", new { after });
            Assert.Empty(next.ErrorSummaries);
            seen.AddRange(Names(next.At("agency.launches")));
            after = next.At("agency.launches.pageInfo.endCursor").GetString();
            more = next.At("agency.launches.pageInfo.hasNextPage").GetBoolean();
        }

        Assert.Equal(Enumerable.Range(0, rows).Select(i => $"A1-{i}"), seen);
    }

    [Fact]
    public async Task Cursor_Of_One_Owner_Is_None_Of_Another()
    {
        Script(owners: 2, Launches((1, 4), (2, 4)));
        var first = await gateway.QueryAsync("{ agencies(first: 2) { nodes { launches(first: 1) { pageInfo { endCursor } } } } }");
        var after = first.At("agencies.nodes.0.launches.pageInfo.endCursor").GetString();

        var answer = await gateway.QueryAsync("query($after: String) { agency(id: 2) { launches(after: $after) { totalCount } } }", new { after });

        Assert.Equal(["INVALID_CURSOR at agency.launches"], answer.ErrorSummaries);
    }

    [Fact]
    public async Task Order_Asked_For_Is_Kept_For_Each_Owner()
    {
        Script(owners: 2, Launches((1, 3), (2, 2)));

        var answer = await gateway.QueryAsync("{ agencies(first: 2) { nodes { launches(orderBy: {field: NET, direction: DESC}) { edges { node { name } } } } } }");

        Assert.Equal(["A1-2", "A1-1", "A1-0"], Names(answer.At("agencies.nodes.0.launches")));
        Assert.Equal(["A2-1", "A2-0"], Names(answer.At("agencies.nodes.1.launches")));
        Assert.Equal(2, upstream.Requests.Count);
    }

    [Fact]
    public async Task Owner_Without_Rows_Has_An_Empty_Connection()
    {
        Script(owners: 1, Launches((7, 3)));

        var answer = await gateway.QueryAsync("{ agencies(first: 1) { nodes { launches { totalCount nodes { id } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } } }");

        Assert.Equal(
            """{"totalCount":0,"nodes":[],"edges":[],"pageInfo":{"hasNextPage":false,"hasPreviousPage":false,"startCursor":null,"endCursor":null}}""",
            answer.At("agencies.nodes.0.launches").GetRawText());
    }

    [Fact]
    public async Task Failure_Of_The_Call_For_Several_Is_An_Error_At_Each_And_Spoils_Nothing_Else()
    {
        Script(owners: 3, []);
        upstream.On("launches/", 503, "{}").On("pads/", Documents.Page("""{"id": 1, "name": "P", "agencies": [{"id": 2, "name": "N2"}]}"""));

        var answer = await gateway.QueryAsync("{ agencies(first: 3) { nodes { name launches(first: 2) { totalCount } pads(first: 2) { totalCount } } } }");

        Assert.Equal(Enumerable.Range(0, 3).Select(i => $"UPSTREAM_UNAVAILABLE at agencies.nodes.{i}.launches"), answer.ErrorSummaries.Order(StringComparer.Ordinal));
        Assert.Equal(
            """[{"name":"N1","launches":null,"pads":{"totalCount":0}},{"name":"N2","launches":null,"pads":{"totalCount":1}},{"name":"N3","launches":null,"pads":{"totalCount":0}}]""",
            answer.At("agencies.nodes").GetRawText());
        // What fails is tried once more.
        Assert.Equal(3 + 1, upstream.Requests.Count);
    }

    [Fact]
    public async Task Failure_Of_One_Owners_Call_Is_An_Error_There_Alone()
    {
        var launches = Launches((1, 160), (2, 160));
        Script(owners: 2, launches);
        var all = Answer(launches);
        upstream.On("launches/", http => http.Request.Query["lsp__id"] == "2" ? Refuse(http) : all(http));

        var answer = await gateway.QueryAsync("{ agencies(first: 2) { nodes { launches(first: 2) { totalCount } } } }");

        Assert.Equal(["UPSTREAM_UNAVAILABLE at agencies.nodes.1.launches"], answer.ErrorSummaries);
        Assert.Equal(160, answer.At("agencies.nodes.0.launches.totalCount").GetInt32());

        static Task Refuse(HttpContext http)
        {
            http.Response.StatusCode = 503;
            return Task.CompletedTask;
        }
    }

    /// <summary>Agency 1 and program 1 have the same id, lists of the same kind, and nothing else in common.</summary>
    [Fact]
    public async Task Owners_Of_Two_Kinds_With_One_Id_Are_Not_Taken_For_Each_Other()
    {
        upstream.On("agencies/1/", """{"id": 1, "name": "A"}""").On("programs/1/", """{"id": 1, "name": "P"}""")
            .On("launches/", async http =>
            {
                var name = http.Request.Query.ContainsKey("program") ? "of the program" : "of the agency";
                await http.Response.WriteAsJsonAsync(new { count = 1, results = new[] { new { id = LaunchId(1), name, net = "2020-01-01T00:00:00Z", launch_service_provider = new { id = 1 }, program = new[] { new { id = 1 } } } } });
            });

        var answer = await gateway.QueryAsync("{ agency(id: 1) { launches(first: 2) { nodes { name } } } program(id: 1) { launches(first: 2) { nodes { name } } } }");

        Assert.Empty(answer.ErrorSummaries);
        Assert.Equal("of the agency", answer.At("agency.launches.nodes.0.name").GetString());
        Assert.Equal("of the program", answer.At("program.launches.nodes.0.name").GetString());
    }

    [Fact]
    public async Task Owners_Of_Two_Kinds_Are_Asked_For_By_Their_Own_Filters()
    {
        upstream.On("agencies/1/", """{"id": 1, "name": "A"}""").On("programs/2/", """{"id": 2, "name": "P"}""")
            .On("launches/", async http =>
            {
                var name = (http.Request.Query["program"].ToString(), http.Request.Query["lsp__id"].ToString()) switch
                {
                    ("2", "") => "of the program",
                    ("", "1") => "of the agency",
                    var other => $"of {other}",
                };
                await http.Response.WriteAsJsonAsync(new { count = 1, results = new[] { new { id = LaunchId(1), name, net = "2020-01-01T00:00:00Z", launch_service_provider = new { id = 1 }, program = new[] { new { id = 2 } } } } });
            });

        var answer = await gateway.QueryAsync("{ agency(id: 1) { launches(first: 2) { nodes { name } } } program(id: 2) { launches(first: 2) { nodes { name } } } }");

        Assert.Empty(answer.ErrorSummaries);
        Assert.Equal("of the agency", answer.At("agency.launches.nodes.0.name").GetString());
        Assert.Equal("of the program", answer.At("program.launches.nodes.0.name").GetString());
    }

    [Fact]
    public async Task Row_Of_Two_Owners_Comes_With_Both()
    {
        Script(owners: 2, []);
        upstream.On("pads/", Documents.Page(Pad(7, 1, 2), Pad(8, 2)));

        var answer = await gateway.QueryAsync("{ agencies(first: 2) { nodes { pads(first: 5) { totalCount nodes { name } } } } }");

        Assert.Equal(
            """[{"pads":{"totalCount":1,"nodes":[{"name":"P7"}]}},{"pads":{"totalCount":2,"nodes":[{"name":"P7"},{"name":"P8"}]}}]""",
            answer.At("agencies.nodes").GetRawText());
    }

    /// <summary>A join over a relation to many gives a row once for each owner that matches; asked for one owner, once.</summary>
    [Fact]
    public async Task Row_That_Comes_Once_For_Each_Of_Its_Owners_Is_Given_Once()
    {
        Script(owners: 2, []);
        upstream.On("pads/", Documents.Page(Pad(7, 1, 2), Pad(7, 1, 2), Pad(8, 2)))
            .On("pads/?limit=5&ordering=id&agencies_ids=1", Documents.Page(Pad(7, 1, 2)))
            .On("pads/?limit=5&ordering=id&agencies_ids=2", Documents.Page(Pad(7, 1, 2), Pad(8, 2)));

        var answer = await gateway.QueryAsync("{ agencies(first: 2) { nodes { pads(first: 5) { totalCount nodes { name } } } } }");

        Assert.Equal(
            """[{"pads":{"totalCount":1,"nodes":[{"name":"P7"}]}},{"pads":{"totalCount":2,"nodes":[{"name":"P7"},{"name":"P8"}]}}]""",
            answer.At("agencies.nodes").GetRawText());
    }

    [Fact]
    public async Task Same_Edge_Under_Two_Conditions_Is_Two_Lists()
    {
        Script(owners: 2, Launches((1, 3), (2, 2)));
        var all = Answer(Launches((1, 3), (2, 2)));
        upstream.On("launches/", async http => await (http.Request.Query.ContainsKey("is_crewed") ? Answer(Launches((1, 1)))(http) : all(http)));

        var answer = await gateway.QueryAsync("{ agencies(first: 2) { nodes { all: launches { totalCount } crewed: launches(filter: {isCrewed: true}) { totalCount } } } }");

        Assert.Equal("""[{"all":{"totalCount":3},"crewed":{"totalCount":1}},{"all":{"totalCount":2},"crewed":{"totalCount":0}}]""", answer.At("agencies.nodes").GetRawText());
    }

    [Fact]
    public async Task Three_Edges_Deep_Every_Level_Is_Its_Own_List()
    {
        var (answer, calls) = await standIn.QueryAsync("""
            { programs(first: 3) { nodes { launches(first: 2) { totalCount nodes { id
                launchServiceProvider { launchLibraryId astronauts(first: 2) { totalCount nodes { launchLibraryId spacewalkConnection(first: 1) { totalCount } } } } } } } } }
            """);

        Assert.Empty(answer.ErrorSummaries);
        var checks = 0;
        foreach (var agency in answer.At("programs.nodes").EnumerateArray()
            .SelectMany(program => program.GetProperty("launches").GetProperty("nodes").EnumerateArray())
            .Select(launch => launch.GetProperty("launchServiceProvider")).DistinctBy(agency => agency.GetRawText()))
        {
            var astronauts = agency.GetProperty("astronauts");
            Assert.Equal(await CountAsync($"astronauts/?agency_ids={agency.GetProperty("launchLibraryId")}"), astronauts.GetProperty("totalCount").GetInt32());
            foreach (var astronaut in astronauts.GetProperty("nodes").EnumerateArray())
            {
                Assert.Equal(
                    await CountAsync($"spacewalks/?astronaut__ids={astronaut.GetProperty("launchLibraryId")}"),
                    astronaut.GetProperty("spacewalkConnection").GetProperty("totalCount").GetInt32());
                checks++;
            }
        }

        Assert.True(checks > 0);
        Assert.True(calls.Count <= 1 + (1 + 3) + (1 + 6) + (1 + 12), string.Join('\n', calls));
    }

    [Fact]
    public async Task Edge_By_Name_Asks_For_The_Name_Where_It_Is_Absent()
    {
        upstream.On("spacecraft_configurations/5/", """{"id": 5, "agency": {"id": 9}}""").On("agencies/9/", """{"id": 9, "name": "Rocket & Sons, Ltd."}""")
            .On("launcher_configurations/?limit=1&mode=list&ordering=name&manufacturer__name=Rocket & Sons, Ltd.", Documents.Page("""{"id": 1, "name": "R"}"""));

        var answer = await gateway.QueryAsync("{ spacecraftConfiguration(id: 5) { agency { launcherConfigurations { totalCount } } } }");

        Assert.Equal(1, answer.At("spacecraftConfiguration.agency.launcherConfigurations.totalCount").GetInt32());
        Assert.Equal(3, upstream.Requests.Count);
    }

    [Fact]
    public async Task Edge_By_A_Name_That_Cannot_Be_Had_Is_An_Error_There()
    {
        upstream.On("spacecraft_configurations/5/", """{"id": 5, "name": "C", "agency": {"id": 9}}""").On("agencies/9/", 500, "{}");

        var answer = await gateway.QueryAsync("{ spacecraftConfiguration(id: 5) { name agency { id launcherConfigurations { totalCount } } } }");

        Assert.Equal(["UPSTREAM_UNAVAILABLE at spacecraftConfiguration.agency.launcherConfigurations"], answer.ErrorSummaries);
        Assert.Equal("""{"name":"C","agency":{"id":"Agency:9","launcherConfigurations":null}}""", answer.At("spacecraftConfiguration").GetRawText());
    }
}
