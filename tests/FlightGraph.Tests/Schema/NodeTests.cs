using System.Text.Json;
using FlightGraph.Schema;
using FlightGraph.Tests.Support;
using FlightGraph.Upstream.Contract;
using Microsoft.AspNetCore.Http;

namespace FlightGraph.Tests.Schema;

/// <summary>Anything by its node id.</summary>
public sealed class NodeTests(StandInGateway standIn) : IClassFixture<StandInGateway>, IAsyncLifetime
{
    private static readonly SchemaCatalogue Catalogue = new(UpstreamContract.Load("2.3.0"), SchemaServiceCollectionExtensions.Topics);

    private ScriptedUpstream upstream = null!;
    private Gateway gateway = null!;

    public static TheoryData<string> Fetchable => [.. Catalogue.Types.Where(type => type.IsNode).Select(type => type.Name)];

    public static TheoryData<string> NotFetchable => [.. Catalogue.Types.Where(type => !type.IsNode).Select(type => type.Name)];

    public async Task InitializeAsync()
    {
        upstream = await ScriptedUpstream.StartAsync();
        gateway = await Gateway.StartAsync(upstream.BaseAddress);
    }

    public async Task DisposeAsync()
    {
        await gateway.DisposeAsync();
        Assert.Empty(upstream.Unannounced);
        await upstream.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Fetchable))]
    public async Task Object_Is_Found_Again_By_Its_Node_Id(string typeName)
    {
        var type = Catalogue.FindType(typeName)!;
        var row = (await standIn.RestAsync($"{type.Entity.Resource!.Path}/?limit=1")).GetProperty("results").EnumerateArray().First();
        var id = $"{typeName}:{row.GetProperty("id")}";

        var (answer, calls) = await standIn.QueryAsync($"query($id: ID!) {{ node(id: $id) {{ __typename id ... on {typeName} {{ launchLibraryId {Word(type)} }} }} }}", new { id });

        Assert.Empty(answer.ErrorSummaries);
        Assert.Equal(typeName, answer.At("node.__typename").GetString());
        Assert.Equal(id, answer.At("node.id").GetString());
        Assert.Equal(row.GetProperty("id").ToString(), answer.At("node.launchLibraryId").ToString());
        Assert.Single(calls);
    }

    /// <summary>The id of every row that a client sees leads back to it.</summary>
    [Fact]
    public async Task Ids_Of_All_Lists_Are_Node_Ids()
    {
        var lists = string.Join(' ', Catalogue.Resources.Select(resource => $"{resource.Definition.Plural}(first: 2) {{ nodes {{ id __typename }} }}"));
        var (first, _) = await standIn.QueryAsync($"{{ {lists} }}");
        var rows = first.Data.EnumerateObject().SelectMany(list => list.Value.GetProperty("nodes").EnumerateArray()).ToList();

        var (answer, _) = await standIn.QueryAsync("query($ids: [ID!]!) { nodes(ids: $ids) { id __typename } }", new { ids = rows.Select(row => row.GetProperty("id").GetString()) });

        Assert.Empty(first.ErrorSummaries);
        Assert.Empty(answer.ErrorSummaries);
        Assert.Equal(rows.Select(row => row.GetRawText()), answer.At("nodes").EnumerateArray().Select(row => row.GetRawText()));
    }

    [Theory]
    [MemberData(nameof(NotFetchable))]
    public async Task Type_That_Cannot_Be_Asked_For_Is_Refused(string typeName)
    {
        var answer = await gateway.QueryAsync($"{{ node(id: \"{typeName}:1\") {{ id }} }}");

        Assert.Equal(["BAD_USER_INPUT at node"], answer.ErrorSummaries);
        Assert.Empty(upstream.Requests);
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\":\"")]
    [InlineData("\"63\"")]
    [InlineData("63")]
    [InlineData("\"Agency\"")]
    [InlineData("\"Agency:\"")]
    [InlineData("\"Agency: 63\"")]
    [InlineData("\" Agency:63\"")]
    [InlineData("\"agency:63\"")]
    [InlineData("\"Agency:sixty\"")]
    [InlineData("\"Agency:-1\"")]
    [InlineData("\"Agency:63:1\"")]
    [InlineData("\"Agency:Agency:63\"")]
    [InlineData("\"Agency:63,64\"")]
    [InlineData("\"Agency:../launches\"")]
    [InlineData("\"Agency:99999999999\"")]
    [InlineData("\"Launch:63\"")]
    [InlineData("\"Launch:0d0acc45bcf84d068093be999f9233ba\"")]
    [InlineData("\"Nobody:63\"")]
    [InlineData("\"Node:63\"")]
    [InlineData("\"Place:63\"")]
    [InlineData("\"Query:1\"")]
    public async Task What_Is_No_Node_Id_Is_Refused(string id)
    {
        var one = await gateway.QueryAsync($"{{ node(id: {id}) {{ id }} }}");
        var many = await gateway.QueryAsync($"{{ nodes(ids: [{id}]) {{ id }} }}");

        Assert.Equal(["BAD_USER_INPUT at node"], one.ErrorSummaries);
        Assert.StartsWith("BAD_USER_INPUT at nodes", Assert.Single(many.ErrorSummaries));
        Assert.Contains("must be a node id such as", one.Errors[0].GetProperty("message").GetString());
        Assert.Empty(upstream.Requests);
    }

    [Fact]
    public async Task Unknown_Id_Is_Null_And_No_Error()
    {
        var (answer, _) = await standIn.QueryAsync("""{ node(id: "Agency:2147483647") { id } nodes(ids: ["Launch:00000000-0000-0000-0000-000000000000", "Orbit:2147483647"]) { id } }""");

        Assert.Equal("""{"node":null,"nodes":[null,null]}""", answer.Data.GetRawText());
        Assert.Empty(answer.ErrorSummaries);
    }

    [Fact]
    public async Task Several_Keep_Order_Duplicates_And_Gaps()
    {
        upstream.On("agencies/1/", """{"id": 1, "name": "A"}""").On("agencies/3/", """{"id": 3, "name": "C"}""").On("agencies/2/", 404, """{"detail": "Not found."}""");

        var answer = await gateway.QueryAsync("""{ nodes(ids: ["Agency:3", "Agency:2", "Agency:1", "Agency:3", "Agency:03"]) { ... on Agency { name } } }""");

        Assert.Equal("""{"nodes":[{"name":"C"},null,{"name":"A"},{"name":"C"},{"name":"C"}]}""", answer.Data.GetRawText());
        Assert.Empty(answer.ErrorSummaries);
        Assert.Equal(["agencies/1/", "agencies/2/", "agencies/3/"], upstream.Requests.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task None_Is_None()
    {
        var answer = await gateway.QueryAsync("{ nodes(ids: []) { id } }");

        Assert.Equal("""{"nodes":[]}""", answer.Data.GetRawText());
        Assert.Empty(upstream.Requests);
    }

    [Theory]
    [InlineData(250, true)]
    [InlineData(251, false)]
    public async Task More_Than_250_Are_Refused(int count, bool isAnswered)
    {
        upstream.On("launches/", Launches);

        var answer = await gateway.QueryAsync("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", new { ids = Enumerable.Range(0, count).Select(i => "Launch:" + LaunchId(i)) });

        if (isAnswered)
        {
            Assert.Empty(answer.ErrorSummaries);
            Assert.Equal(Enumerable.Range(0, count).Select(i => "Launch:" + LaunchId(i)), answer.At("nodes").EnumerateArray().Select(node => node.GetProperty("id").GetString()));
            Assert.Equal(5, upstream.Requests.Count);
            return;
        }

        Assert.Equal(["BAD_USER_INPUT at nodes"], answer.ErrorSummaries);
        Assert.Contains("250", answer.Errors[0].GetProperty("message").GetString());
        Assert.Empty(upstream.Requests);
    }

    [Fact]
    public async Task Launches_Among_Other_Types_Come_In_One_Call()
    {
        upstream.On("launches/", Launches).On("agencies/1/", """{"id": 1, "name": "A"}""").On("config/orbits/8/", """{"id": 8, "name": "LEO"}""");

        var answer = await gateway.QueryAsync($$"""
            { nodes(ids: ["Launch:{{LaunchId(1)}}", "Agency:1", "Launch:{{LaunchId(2)}}", "Orbit:8"]) { __typename ... on Launch { name } ... on Agency { name } ... on Orbit { name } }
              node(id: "Launch:{{LaunchId(3)}}") { ... on Launch { name } } launch(id: "{{LaunchId(1)}}") { name } }
            """);

        Assert.Empty(answer.ErrorSummaries);
        Assert.Equal(["Launch", "Agency", "Launch", "Orbit"], answer.At("nodes").EnumerateArray().Select(node => node.GetProperty("__typename").GetString()));
        Assert.Equal(["L1", "A", "L2", "LEO"], answer.At("nodes").EnumerateArray().Select(node => node.GetProperty("name").GetString()));
        Assert.Equal("L3", answer.At("node.name").GetString());
        Assert.Equal(3, upstream.Requests.Count);
    }

    [Fact]
    public async Task Failure_Of_One_Is_An_Error_At_Its_Place()
    {
        upstream.On("agencies/1/", """{"id": 1, "name": "A"}""").On("agencies/2/", 500, "{}");

        var answer = await gateway.QueryAsync("""{ nodes(ids: ["Agency:1", "Agency:2"]) { ... on Agency { name } } }""");

        Assert.Equal("""[{"name":"A"},null]""", answer.At("nodes").GetRawText());
        Assert.Equal(["UPSTREAM_UNAVAILABLE at nodes.1"], answer.ErrorSummaries);
    }

    /// <summary>A client that bookmarked many things and one rubbish id keeps the rest of the answer.</summary>
    [Fact]
    public async Task Malformed_Id_Among_Others_Spoils_No_Other_Root_Field()
    {
        upstream.On("agencies/1/", """{"id": 1, "name": "A"}""");

        var answer = await gateway.QueryAsync("""{ agency(id: 1) { name } nodes(ids: ["Agency:1", "nonsense"]) { id } }""");

        Assert.StartsWith("BAD_USER_INPUT at nodes", Assert.Single(answer.ErrorSummaries));
        Assert.Equal(JsonValueKind.Object, answer.Data.ValueKind);
        Assert.Equal("A", answer.At("agency.name").GetString());
    }

    [Fact]
    public async Task Fragments_On_Interfaces_Apply_To_Their_Members()
    {
        upstream.On("pads/1/", """{"id": 1, "name": "P", "latitude": 1.5, "total_launch_count": 7}""")
            .On("locations/2/", """{"id": 2, "name": "L", "latitude": 2.5, "total_launch_count": 8}""")
            .On("agencies/3/", """{"id": 3, "name": "A", "total_launch_count": 9}""")
            .On("config/orbits/8/", """{"id": 8, "name": "LEO"}""");

        var answer = await gateway.QueryAsync("""
            query { nodes(ids: ["Pad:1", "Location:2", "Agency:3", "Orbit:8"]) { ...Known } }
            fragment Known on Node { id ... on Place { latitude } ...Counted }
            fragment Counted on LaunchHistory { name totalLaunchCount }
            """);

        Assert.Empty(answer.ErrorSummaries);
        Assert.Equal(
            """[{"id":"Pad:1","latitude":1.5,"name":"P","totalLaunchCount":7},{"id":"Location:2","latitude":2.5,"name":"L","totalLaunchCount":8},{"id":"Agency:3","name":"A","totalLaunchCount":9},{"id":"Orbit:8"}]""",
            answer.At("nodes").GetRawText());
    }

    /// <summary>What is asked for within a fragment on an interface counts when the depth of a list is chosen.</summary>
    [Fact]
    public async Task Fragment_On_An_Interface_Chooses_The_Depth_Of_A_List()
    {
        upstream.On("agencies/", Documents.Page("""{"id": 3, "name": "A", "total_launch_count": 9}"""));

        var answer = await gateway.QueryAsync("{ agencies(first: 1) { nodes { ... on LaunchHistory { totalLaunchCount } } } }");

        Assert.Equal(9, answer.At("agencies.nodes.0.totalLaunchCount").GetInt32());
        Assert.Contains("mode=detailed", Assert.Single(upstream.Requests));
    }

    private static string LaunchId(int number) => $"00000000-0000-0000-0000-{number:d12}";

    private static async Task Launches(HttpContext http)
    {
        // From back to front: the upstream keeps an order of its own.
        var ids = http.Request.Query["id"].ToString().Split(',').Reverse().ToList();
        await http.Response.WriteAsJsonAsync(new { count = ids.Count, results = ids.Select(id => new { id, name = $"L{int.Parse(id[^12..])}" }) });
    }

    /// <summary>A field to read beside the id, where the type has one that is but a text.</summary>
    private static string Word(CatalogueType type) => type.Fields.FirstOrDefault(field => field.Type == "String")?.Name ?? "";
}
