using System.Text.Json;
using FlightGraph.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace FlightGraph.Tests.Schema;

/// <summary>Relay connections over an upstream that counts in offsets.</summary>
public sealed class ConnectionTests : IAsyncLifetime
{
    private const int Rows = 25;

    private ScriptedUpstream upstream = null!;
    private Gateway gateway = null!;

    public async Task InitializeAsync()
    {
        upstream = await ScriptedUpstream.StartAsync();
        upstream.On("programs/", async http =>
        {
            var offset = int.TryParse(http.Request.Query["offset"], out var o) ? o : 0;
            var limit = int.Parse(http.Request.Query["limit"]!);
            await http.Response.WriteAsJsonAsync(new
            {
                count = Rows,
                results = Enumerable.Range(1, Rows).Skip(offset).Take(limit).Select(id => new { id, name = $"P{id}" }),
            });
        });
        gateway = await Gateway.StartAsync(upstream.BaseAddress);
    }

    public async Task DisposeAsync()
    {
        await gateway.DisposeAsync();
        await upstream.DisposeAsync();
    }

    [Fact]
    public async Task First_Page_Has_Ten_Rows_Unless_Told_Otherwise()
    {
        var answer = await Page("");

        Assert.Equal(Ids(1, 10), IdsOf(answer));
        Assert.Equal(Rows, answer.At("programs.totalCount").GetInt32());
        Assert.True(answer.At("programs.pageInfo.hasNextPage").GetBoolean());
        Assert.False(answer.At("programs.pageInfo.hasPreviousPage").GetBoolean());
    }

    [Fact]
    public async Task Walk_Forwards_Meets_Every_Row_Once()
    {
        List<int> seen = [];
        var after = "";
        bool more;
        do
        {
            var answer = await Page($"first: 10 {after}");
            seen.AddRange(IdsOf(answer));
            more = answer.At("programs.pageInfo.hasNextPage").GetBoolean();
            after = $"after: \"{answer.At("programs.pageInfo.endCursor").GetString()}\"";
        }
        while (more);

        Assert.Equal(Ids(1, Rows), seen);
    }

    [Fact]
    public async Task Walk_Backwards_Meets_Every_Row_Once()
    {
        List<int> seen = [];
        var before = "";
        bool more;
        do
        {
            var answer = await Page($"last: 10 {before}");
            seen.InsertRange(0, IdsOf(answer));
            more = answer.At("programs.pageInfo.hasPreviousPage").GetBoolean();
            before = $"before: \"{answer.At("programs.pageInfo.startCursor").GetString()}\"";
        }
        while (more);

        Assert.Equal(Ids(1, Rows), seen);
    }

    [Fact]
    public async Task Between_Two_Cursors_Are_The_Rows_Between_Them()
    {
        var edges = (await Page("first: 10")).At("programs.edges");

        var answer = await Page($"first: 100, after: \"{CursorAt(edges, 2)}\", before: \"{CursorAt(edges, 6)}\"");

        Assert.Equal([4, 5, 6], IdsOf(answer));
    }

    [Fact]
    public async Task Nothing_Lies_Between_Neighbours()
    {
        var edges = (await Page("first: 10")).At("programs.edges");

        var answer = await Page($"after: \"{CursorAt(edges, 2)}\", before: \"{CursorAt(edges, 3)}\"");

        Assert.Empty(IdsOf(answer));
        Assert.Equal(JsonValueKind.Null, answer.At("programs.pageInfo.startCursor").ValueKind);
    }

    [Fact]
    public async Task Only_The_Count_Costs_One_Row()
    {
        var answer = await gateway.QueryAsync("{ programs { totalCount } }");

        Assert.Equal(Rows, answer.At("programs.totalCount").GetInt32());
        Assert.Equal(["programs/?limit=1&mode=list"], upstream.Requests);
    }

    [Theory]
    [InlineData("first: 0", "1 to 100")]
    [InlineData("first: -1", "1 to 100")]
    [InlineData("first: 101", "1 to 100")]
    [InlineData("first: 2147483647", "1 to 100")]
    [InlineData("last: 101", "1 to 100")]
    [InlineData("first: 1, last: 1", "not both")]
    public async Task Size_Out_Of_Range_Is_Refused_With_The_Range(string arguments, string message)
    {
        var answer = await Page(arguments);

        Assert.Equal(["BAD_USER_INPUT at programs"], answer.ErrorSummaries);
        Assert.Contains(message, answer.Errors[0].GetProperty("message").GetString());
        Assert.Empty(upstream.Requests);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("")]
    [InlineData("AAAAAAAAMTI")]
    [InlineData("x' OR 1=1 --")]
    public async Task Cursor_We_Did_Not_Make_Is_Refused(string cursor)
    {
        var answer = await Page($"after: \"{cursor}\"");

        Assert.Equal(["INVALID_CURSOR at programs"], answer.ErrorSummaries);
        Assert.Empty(upstream.Requests);
    }

    [Fact]
    public async Task Cursor_Of_Another_List_Is_Refused()
    {
        var cursor = (await Page("first: 1")).At("programs.pageInfo.endCursor").GetString();

        var answer = await gateway.QueryAsync($$"""{ agencies(after: "{{cursor}}") { totalCount } }""");

        Assert.Equal(["INVALID_CURSOR at agencies"], answer.ErrorSummaries);
    }

    [Fact]
    public async Task Cursor_Of_Another_Filter_Is_Refused()
    {
        upstream.On("spacecraft_flights/", Documents.Page("""{"id": 358}"""));
        var cursor = (await gateway.QueryAsync("{ spacecraftFlights(filter: {spacecraft: 231}) { pageInfo { endCursor } nodes { id } } }")).At("spacecraftFlights.pageInfo.endCursor").GetString();

        var other = await gateway.QueryAsync($$"""{ spacecraftFlights(filter: {spacecraft: 232}, after: "{{cursor}}") { totalCount } }""");
        var same = await gateway.QueryAsync($$"""{ spacecraftFlights(filter: {spacecraft: "Spacecraft:231"}, after: "{{cursor}}") { totalCount } }""");

        Assert.Equal(["INVALID_CURSOR at spacecraftFlights"], other.ErrorSummaries);
        Assert.Empty(same.ErrorSummaries);
    }

    [Fact]
    public async Task Filter_Reaches_The_Upstream()
    {
        upstream.On("spacecraft_flights/?limit=10&mode=normal&spacecraft=231", Documents.Page("""{"id": 358}"""));

        var answer = await gateway.QueryAsync("{ spacecraftFlights(first: 10, filter: {spacecraft: 231}) { nodes { id } } }");

        Assert.Equal("SpacecraftFlight:358", answer.At("spacecraftFlights.nodes.0.id").GetString());
    }

    [Theory]
    [InlineData("\"Agency:231\"")]
    [InlineData("\"Spacecraft:\"")]
    [InlineData("-1")]
    [InlineData("\"231,232\"")]
    [InlineData("99999999999")]
    public async Task Filter_By_What_Is_No_Id_Is_Refused(string id)
    {
        var answer = await gateway.QueryAsync($$"""{ spacecraftFlights(filter: {spacecraft: {{id}}}) { totalCount } }""");

        Assert.Equal(["BAD_USER_INPUT at spacecraftFlights"], answer.ErrorSummaries);
        Assert.Empty(upstream.Requests);
    }

    private static string CursorAt(JsonElement edges, int place) => edges[place].GetProperty("cursor").GetString()!;

    private static IEnumerable<int> Ids(int first, int last) => Enumerable.Range(first, last - first + 1);

    private static IEnumerable<int> IdsOf(GraphQLAnswer answer) =>
        answer.At("programs.edges").EnumerateArray().Select(edge => edge.GetProperty("node").GetProperty("launchLibraryId").GetInt32());

    private Task<GraphQLAnswer> Page(string arguments) => gateway.QueryAsync($$"""
        { programs{{(arguments.Length > 0 ? $"({arguments})" : "")}} {
            totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { launchLibraryId } } } }
        """);
}
