using System.Globalization;
using FlightGraph.StandIn;
using FlightGraph.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace FlightGraph.Tests.Schema;

/// <summary>A walk over a connection meets every row once, or says that it cannot.</summary>
public sealed class PagingWalkTests : IAsyncLifetime
{
    private readonly Random random = new(7);
    private ScriptedUpstream upstream = null!;
    private Gateway gateway = null!;

    public async Task InitializeAsync()
    {
        upstream = await ScriptedUpstream.StartAsync();
        gateway = await Gateway.StartAsync(upstream.BaseAddress);
    }

    public async Task DisposeAsync()
    {
        await gateway.DisposeAsync();
        await upstream.DisposeAsync();
    }

    [Theory]
    [InlineData("first", 7)]
    [InlineData("first", 50)]
    [InlineData("first", 100)]
    [InlineData("last", 7)]
    [InlineData("last", 100)]
    public async Task Rows_Of_Equal_Rank_May_Come_In_Any_Order(string direction, int size)
    {
        // 150 events on 31 days: each call shuffles those of one day.
        var days = Enumerable.Range(1, 150).Select(id => (Id: id, Day: 1 + (id / 5))).ToList();
        upstream.On("events/", Rows(() => days.OrderBy(row => row.Day).ThenBy(_ => random.Next()).Select(row => EventRow(row.Id, row.Day))));

        var seen = await WalkAsync("events", "", direction, size);

        Assert.Equal(Enumerable.Range(1, 150), seen.Order());
        var daysSeen = seen.Select(id => days[id - 1].Day).ToList();
        Assert.Equal(daysSeen.Order(), daysSeen);
    }

    [Theory]
    [InlineData("first", 10)]
    [InlineData("first", 100)]
    [InlineData("last", 50)]
    public async Task Rank_That_Hundreds_Of_Rows_Share_Is_Walked_Whole(string direction, int size)
    {
        upstream.On("launcher_configurations/", Rows(() => Enumerable.Range(1, 300).Select(id => $$"""{"id": {{id}}, "name": "R{{id}}", "attempted_landings": 0}""")));

        var seen = await WalkAsync("launcherConfigurations", "orderBy: {field: ATTEMPTED_LANDINGS}", direction, size);

        Assert.Equal(Enumerable.Range(1, 300), seen);
    }

    [Theory]
    [InlineData("""{"count": 1000, "results": [{"id": 1}]}""")]
    [InlineData("""{"count": 20, "results": []}""")]
    public async Task Page_That_Contradicts_Itself_Is_Malformed(string body)
    {
        upstream.On("agencies/", body);

        var answer = await gateway.QueryAsync("{ agencies { nodes { id } } }");

        Assert.Equal(["UPSTREAM_MALFORMED at agencies"], answer.ErrorSummaries);
    }

    [Fact]
    public async Task Rows_That_Appear_In_Front_Are_Not_Repeated()
    {
        var ids = Enumerable.Range(100, 60).ToList();
        upstream.On("agencies/", Rows(() => ids.Select(AgencyRow)));
        var first = await PageAsync("agencies", "first: 10");

        ids.InsertRange(0, [1, 2, 3]);
        var second = await PageAsync("agencies", $"first: 10, after: \"{first.EndCursor}\"");
        var third = await PageAsync("agencies", $"first: 10, after: \"{second.EndCursor}\"");

        Assert.Equal(Enumerable.Range(110, second.Ids.Count), second.Ids);
        Assert.Equal(Enumerable.Range(110 + second.Ids.Count, 10), third.Ids);
        Assert.True(second.HasNextPage);
    }

    [Fact]
    public async Task Rows_That_Vanish_In_Front_Take_None_With_Them()
    {
        var ids = Enumerable.Range(100, 60).ToList();
        upstream.On("agencies/", Rows(() => ids.Select(AgencyRow)));
        var first = await PageAsync("agencies", "first: 20");

        ids.RemoveRange(2, 5);
        var second = await PageAsync("agencies", $"first: 20, after: \"{first.EndCursor}\"");

        Assert.Equal(Enumerable.Range(120, 20), second.Ids);
    }

    [Fact]
    public async Task Full_Pages_Notice_An_Insertion_By_The_Length_Of_The_List()
    {
        var ids = Enumerable.Range(1000, 300).ToList();
        upstream.On("agencies/", Rows(() => ids.Select(AgencyRow)));
        var first = await PageAsync("agencies", "first: 100");
        var second = await PageAsync("agencies", $"first: 100, after: \"{first.EndCursor}\"");
        Assert.Equal(Enumerable.Range(1100, 100), second.Ids);
        Assert.Equal(2, upstream.Requests.Count);

        ids.InsertRange(0, [1, 2]);
        var third = await PageAsync("agencies", $"first: 100, after: \"{second.EndCursor}\"");

        Assert.Equal(Enumerable.Range(1200, third.Ids.Count), third.Ids);
        Assert.NotEmpty(third.Ids);
    }

    [Fact]
    public async Task List_That_Moved_Out_Of_Sight_Is_Said_To_Have_Changed()
    {
        var ids = Enumerable.Range(1000, 300).ToList();
        upstream.On("agencies/", Rows(() => ids.Select(AgencyRow)));
        var first = await PageAsync("agencies", "first: 10");

        ids.InsertRange(0, Enumerable.Range(1, 200));
        var answer = await gateway.QueryAsync(Query("agencies", $"first: 10, after: \"{first.EndCursor}\""));

        Assert.Equal(["LIST_CHANGED at agencies"], answer.ErrorSummaries);
    }

    [Theory]
    [InlineData(39, "first", 10)]
    [InlineData(39, "last", 10)]
    [InlineData(250, "first", 30)]
    [InlineData(250, "first", 100)]
    public async Task List_Without_Any_Order_Is_Walked_Whole(int count, string direction, int size)
    {
        // The first call comes in some order, later ones in others; a re-read finds what slipped by.
        var order = Enumerable.Range(1, count).OrderBy(_ => random.Next()).ToList();
        upstream.On("spacecraft_flights/", Rows(() => order.Select(FlightRow)));

        var seen = await WalkAsync("spacecraftFlights", "", direction, size);

        Assert.Equal(Enumerable.Range(1, count), seen.Order());
    }

    [Fact]
    public async Task List_Without_Any_Order_That_Shuffles_Loses_Nothing_Or_Says_So()
    {
        upstream.On("spacecraft_flights/", Rows(() => Enumerable.Range(1, 130).OrderBy(_ => random.Next()).Select(FlightRow)));
        List<int> seen = [];
        var after = "";
        while (true)
        {
            var answer = await gateway.QueryAsync(Query("spacecraftFlights", $"first: 40 {after}"));
            if (answer.Errors.Count > 0)
            {
                Assert.Equal(["LIST_CHANGED at spacecraftFlights"], answer.ErrorSummaries);
                break;
            }

            var page = Page.Of(answer, "spacecraftFlights");
            seen.AddRange(page.Ids);
            if (!page.HasNextPage)
            {
                Assert.Equal(130, seen.Count);
                break;
            }

            after = $"after: \"{page.EndCursor}\"";
        }

        Assert.Equal(seen.Distinct(), seen);
    }

    [Theory]
    [InlineData("pads", 7)]
    [InlineData("launches", 40)]
    [InlineData("spacecraftFlights", 60)]
    [InlineData("dockingEvents", 9)]
    [InlineData("updates", 3)]
    [InlineData("launcherConfigurations", 5)]
    [InlineData("locations", 6)]
    [InlineData("astronauts", 100)]
    public async Task Real_Collections_Are_Walked_Whole_Though_The_Stand_In_Shuffles(string field, int size)
    {
        await using var standIn = await StandInServer.StartAsync(new StandInOptions { Shuffle = true });
        await using var live = await Gateway.StartAsync(standIn.BaseAddress.AbsoluteUri);
        List<string> seen = [];
        var after = "";
        int total;
        while (true)
        {
            var answer = await live.QueryAsync(Query(field, $"first: {size} {after}"));
            if (answer.ErrorSummaries.Contains($"LIST_CHANGED at {field}"))
            {
                // Allowed only for lists longer than a call that the upstream orders by nothing.
                Assert.Equal("spacecraftFlights", field);
                return;
            }

            Assert.Empty(answer.ErrorSummaries);
            seen.AddRange(answer.At($"{field}.nodes").EnumerateArray().Select(node => node.GetProperty("id").GetString()!));
            total = answer.At($"{field}.totalCount").GetInt32();
            if (!answer.At($"{field}.pageInfo.hasNextPage").GetBoolean())
                break;
            after = $"after: \"{answer.At($"{field}.pageInfo.endCursor").GetString()}\"";
        }

        Assert.Equal(total, seen.Count);
        Assert.Equal(seen.Distinct(), seen);
    }

    [Theory]
    [InlineData("agencies", "orderBy: {field: NAME}", "ordering=name,id")]
    [InlineData("agencies", "orderBy: [{field: FEATURED, direction: DESC}, {field: NAME}]", "ordering=-featured,name,id")]
    [InlineData("agencies", "", "ordering=id")]
    [InlineData("launches", "", "ordering=net,id")]
    [InlineData("launches", "orderBy: {field: ID, direction: DESC}", "ordering=-id")]
    [InlineData("events", "orderBy: {field: DATE, direction: DESC}", "ordering=-date")]
    [InlineData("spacecraftFlights", "", null)]
    public async Task Every_Order_That_Can_Be_Unique_Is(string field, string order, string? expected)
    {
        foreach (var path in new[] { "agencies/", "launches/", "events/", "spacecraft_flights/" })
            upstream.On(path, Documents.Page());

        await gateway.QueryAsync($$"""{ {{field}}{{(order.Length > 0 ? $"({order})" : "")}} { nodes { id } } }""");

        var ordering = Assert.Single(upstream.Requests).Split('?', '&').FirstOrDefault(part => part.StartsWith("ordering=", StringComparison.Ordinal));
        Assert.Equal(expected, ordering);
    }

    private static string EventRow(int id, int day) => $$"""{"id": {{id}}, "name": "E{{id}}", "date": "2026-01-{{day:00}}T00:00:00Z"}""";

    private static string AgencyRow(int id) => $$"""{"id": {{id}}, "name": "A{{id}}"}""";

    private static string FlightRow(int id) => $$"""{"id": {{id}}, "destination": "D{{id}}"}""";

    private static RequestDelegate Rows(Func<IEnumerable<string>> rows) => async http =>
    {
        var all = rows().ToList();
        if (http.Request.Query["ordering"].ToString().StartsWith('-'))
            all.Reverse();
        var offset = int.Parse(http.Request.Query["offset"].FirstOrDefault() ?? "0", CultureInfo.InvariantCulture);
        var limit = int.Parse(http.Request.Query["limit"]!, CultureInfo.InvariantCulture);
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(Documents.Page(all.Count, [.. all.Skip(offset).Take(limit)]));
    };

    private static string Query(string field, string arguments) =>
        $$"""{ {{field}}({{arguments}}) { totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nodes { id } } }""";

    private async Task<Page> PageAsync(string field, string arguments)
    {
        var answer = await gateway.QueryAsync(Query(field, arguments));
        Assert.Empty(answer.ErrorSummaries);
        return Page.Of(answer, field);
    }

    private async Task<List<int>> WalkAsync(string field, string arguments, string direction, int size)
    {
        List<int> seen = [];
        var place = "";
        for (var pages = 0; pages < 200; pages++)
        {
            var page = await PageAsync(field, $"{direction}: {size} {place} {arguments}");
            if (direction == "first")
                seen.AddRange(page.Ids);
            else
                seen.InsertRange(0, page.Ids);
            if (direction == "first" ? !page.HasNextPage : !page.HasPreviousPage)
                return seen;
            place = direction == "first" ? $"after: \"{page.EndCursor}\"" : $"before: \"{page.StartCursor}\"";
        }

        throw new InvalidOperationException("The walk does not end.");
    }

    private sealed record Page(IReadOnlyList<int> Ids, bool HasNextPage, bool HasPreviousPage, string? StartCursor, string? EndCursor)
    {
        public static Page Of(GraphQLAnswer answer, string field) => new(
            [.. answer.At($"{field}.nodes").EnumerateArray().Select(node => int.Parse(node.GetProperty("id").GetString()!.Split(':')[1], CultureInfo.InvariantCulture))],
            answer.At($"{field}.pageInfo.hasNextPage").GetBoolean(),
            answer.At($"{field}.pageInfo.hasPreviousPage").GetBoolean(),
            answer.At($"{field}.pageInfo.startCursor").GetString(),
            answer.At($"{field}.pageInfo.endCursor").GetString());
    }
}
