using FlightGraph.Schema;
using FlightGraph.Schema.Filters;
using FlightGraph.Tests.StandIn;
using FlightGraph.Tests.Support;
using FlightGraph.Upstream.Contract;
using Microsoft.AspNetCore.Http;

namespace FlightGraph.Tests.Schema;

/// <summary>Which rows of a list, and in which order: from the arguments to the upstream's parameters.</summary>
public sealed partial class FilterTests(StandInGateway standIn) : IClassFixture<StandInGateway>, IAsyncLifetime
{
    private const string LaunchId = "0d0acc45-bcf8-4d06-8093-be999f9233ba";

    private static readonly SchemaCatalogue Catalogue = new(UpstreamContract.Load("2.3.0"), SchemaServiceCollectionExtensions.Topics);

    private ScriptedUpstream upstream = null!;
    private Gateway gateway = null!;

    public static TheoryData<string> Lists => [.. Catalogue.Resources.Select(resource => resource.Definition.Plural)];

    public async Task InitializeAsync()
    {
        upstream = await ScriptedUpstream.StartAsync();
        foreach (var path in Catalogue.Resources.SelectMany(resource => new[] { resource.Upstream, resource.Upcoming, resource.Previous }).OfType<Resource>().Select(resource => resource.Path))
            upstream.On(path + "/", Documents.Page());
        gateway = await Gateway.StartAsync(upstream.BaseAddress);
    }

    public async Task DisposeAsync()
    {
        await gateway.DisposeAsync();
        Assert.Empty(upstream.Unannounced);
        await upstream.DisposeAsync();
    }

    [Theory]
    // One id, in each spelling.
    [InlineData("launches", "pad: 7", "pad=7")]
    [InlineData("launches", "pad: \"7\"", "pad=7")]
    [InlineData("launches", "pad: \"Pad:7\"", "pad=7")]
    [InlineData("launches", "pad: \"007\"", "pad=7")]
    [InlineData("updates", "launch: \"Launch:" + LaunchId + "\"", "launch=" + LaunchId)]
    [InlineData("updates", "launch: \"0D0ACC45-BCF8-4D06-8093-BE999F9233BA\"", "launch=" + LaunchId)]
    // One or several, each with its own parameter.
    [InlineData("launches", "status: {eq: 3}", "status=3")]
    [InlineData("launches", "status: {in: [3, \"LaunchStatus:4\"]}", "status__ids=3,4")]
    [InlineData("launches", "status: {eq: 3, in: [3, 4]}", "status=3&status__ids=3,4")]
    [InlineData("launches", "location: {eq: 12}", "pad__location=12")]
    [InlineData("launches", "location: {in: [12]}", "location__ids=12")]
    // Several in one parameter, or the parameter several times; each value once.
    [InlineData("launches", "launchServiceProvider: {in: [121, \"Agency:44\", 121]}", "lsp__id=121,44")]
    [InlineData("launches", "launchServiceProvider: {in: 121}", "lsp__id=121")]
    [InlineData("launches", "id: {in: [\"" + LaunchId + "\"]}", "id=" + LaunchId)]
    [InlineData("launches", "program: {in: [1, \"Program:2\"]}", "program=1&program=2")]
    [InlineData("launcherConfigurations", "family: {in: [1, 2]}", "families=1&families=2")]
    [InlineData("launcherConfigurations", "family: {contains: [1, 2]}", "families__contains=1&families__contains=2")]
    [InlineData("launches", "year: {in: [1963, 1964]}", "year=1963,1964")]
    [InlineData("launches", "launchDesignator: {in: [\"1963-020\", \"1963-023\"]}", "launch_designator=1963-020,1963-023")]
    // Ranges.
    [InlineData("launches", "net: {gte: \"1963-06-14T00:00:00Z\", lt: \"1963-06-15T00:00:00Z\"}", "net__gte=1963-06-14T00:00:00Z&net__lt=1963-06-15T00:00:00Z")]
    [InlineData("launches", "net: {gt: \"1963-06-14T02:00:00+02:00\"}", "net__gt=1963-06-14T02:00:00+02:00")]
    [InlineData("launches", "lastUpdated: {gte: \"2020-01-01T00:00:00Z\", lte: \"2021-01-01T00:00:00Z\"}", "last_updated__gte=2020-01-01T00:00:00Z&last_updated__lte=2021-01-01T00:00:00Z")]
    [InlineData("events", "date: {lt: \"2020-01-01T00:00:00Z\"}", "date__gt__lt=2020-01-01T00:00:00Z")]
    [InlineData("astronauts", "dateOfBirth: {eq: \"1934-08-02\", lte: \"1935-01-01\"}", "date_of_birth=1934-08-02&date_of_birth__lte=1935-01-01")]
    [InlineData("astronauts", "age: {eq: 50, gt: 1, gte: 2, lt: 99, lte: 98}", "age=50&age__gt=1&age__gte=2&age__lt=99&age__lte=98")]
    [InlineData("agencies", "totalLaunchCount: {gte: -1}", "total_launch_count__gte=-1")]
    [InlineData("pads", "latitude: {gte: -33.5, lt: 10}", "latitude__gte=-33.5&latitude__lt=10")]
    [InlineData("spacewalks", "end: {eq: \"1965-03-18T08:47:00Z\"}", "end=1965-03-18T08:47:00Z")]
    // Texts.
    [InlineData("agencies", "name: {eq: \"NASA\"}", "name=NASA")]
    [InlineData("agencies", "name: {contains: \"Space\"}", "name__contains=Space")]
    [InlineData("launches", "orbitName: {contains: \"low\"}", "mission__orbit__name__icontains=low")]
    [InlineData("launches", "name: \"Vostok-K | Vostok 5\"", "name=Vostok-K | Vostok 5")]
    [InlineData("launches", "name: \"one, two\"", "name=one, two")]
    [InlineData("pads", "id: {contains: \"Pad:3\"}", "id__contains=3")]
    // Flags.
    [InlineData("launches", "isCrewed: true, includeSuborbital: false", "include_suborbital=false&is_crewed=true")]
    [InlineData("agencies", "hasSpacecraft: true", "spacecraft=true")]
    // Null is as good as nothing.
    [InlineData("launches", "pad: null, net: null, isCrewed: null", "")]
    [InlineData("launches", "net: {}", "")]
    [InlineData("launches", "net: {gte: null, lt: \"1963-06-15T00:00:00Z\"}", "net__lt=1963-06-15T00:00:00Z")]
    [InlineData("launches", "status: {in: null}", "")]
    public async Task Condition_Reaches_The_Upstream(string list, string conditions, string parameters)
    {
        var answer = await gateway.QueryAsync($"{{ {list}(filter: {{{conditions}}}) {{ totalCount }} }}");

        Assert.Empty(answer.ErrorSummaries);
        Assert.Equal(parameters, Conditions());
    }

    [Theory]
    [InlineData("filter: null")]
    [InlineData("filter: {}")]
    [InlineData("search: null")]
    [InlineData("orderBy: null")]
    [InlineData("orderBy: []")]
    [InlineData("window: ALL")]
    [InlineData("filter: null, search: null, orderBy: null, first: null, after: null")]
    public async Task Nothing_Given_Is_The_Whole_List(string arguments)
    {
        var answer = await gateway.QueryAsync($"{{ launches({arguments}) {{ totalCount }} }}");

        Assert.Empty(answer.ErrorSummaries);
        Assert.Equal(["launches/?limit=1&mode=list&ordering=net,id"], upstream.Requests);
    }

    [Fact]
    public async Task Variables_Say_The_Same_As_Literals()
    {
        var answer = await gateway.QueryAsync(
            "query($filter: LaunchFilter, $order: [LaunchOrder!], $pad: ID, $none: Boolean) { a: launches(filter: $filter, orderBy: $order) { totalCount } b: launches(filter: {pad: $pad, isCrewed: $none}) { totalCount } }",
            new
            {
                filter = new { status = new { @in = new object[] { 3, "4" } }, net = new { gte = "1963-06-14T00:00:00Z", lt = (string?)null }, isCrewed = true },
                order = new[] { new { field = "NAME" } },
                pad = 7,
            });

        Assert.Empty(answer.ErrorSummaries);
        Assert.Equal(
            [
                "launches/?limit=1&mode=list&ordering=name,id&is_crewed=true&net__gte=1963-06-14T00:00:00Z&status__ids=3,4",
                "launches/?limit=1&mode=list&ordering=net,id&pad=7",
            ],
            upstream.Requests.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("A&B=C #1 100% +x?")]
    [InlineData("Байконур 🚀")]
    [InlineData("%2C%26limit=1")]
    public async Task Text_Arrives_As_It_Was_Written(string text)
    {
        string? name = null, search = null;
        upstream.On("agencies/", async http =>
        {
            (name, search) = (http.Request.Query["name"], http.Request.Query["search"]);
            await http.Response.WriteAsJsonAsync(new { count = 0, results = Array.Empty<int>() });
        });

        var answer = await gateway.QueryAsync("query($text: String!) { agencies(filter: {name: {eq: $text}}, search: $text) { totalCount } }", new { text });

        Assert.Empty(answer.ErrorSummaries);
        Assert.Equal((text, text), (name, search));
        Assert.Single(upstream.Requests);
    }

    [Fact]
    public async Task Conditions_Of_An_Edge_Go_Beside_Its_Own()
    {
        upstream.On("agencies/63/", """{"id": 63, "name": "N"}""");

        await gateway.QueryAsync("{ agency(id: 63) { launches(first: 3, filter: {isCrewed: true}, window: PREVIOUS, search: \"vostok\", orderBy: {field: NET, direction: DESC}) { totalCount } } }");

        Assert.Equal(["agencies/63/", "launches/previous/?limit=1&mode=normal&ordering=-net,id&search=vostok&is_crewed=true&lsp__id=63"], upstream.Requests);
    }

    /// <summary>What the document itself gets wrong is found before anything runs.</summary>
    [Theory]
    [InlineData("launches(filter: {colour: \"red\"})")]
    [InlineData("launches(filter: {net: {like: \"1963\"}})")]
    [InlineData("launches(filter: {pad: {in: [1]}})")]
    [InlineData("launches(filter: {pad: 1.5})")]
    [InlineData("launches(filter: {pad: true})")]
    [InlineData("launches(filter: {status: {in: [null]}})")]
    [InlineData("launches(filter: {year: {in: [\"1963\"]}})")]
    [InlineData("launches(filter: {isCrewed: \"yes\"})")]
    [InlineData("launches(filter: {net: {gte: \"yesterday\"}})")]
    [InlineData("launches(filter: {net: {gte: \"\"}})")]
    [InlineData("launches(filter: {net: {gte: \"1963-13-01T00:00:00Z\"}})")]
    [InlineData("launches(filter: {net: {gte: \"12:00\"}})")]
    [InlineData("launches(filter: {net: {gte: \"06/07/2020\"}})")]
    [InlineData("launches(filter: {net: {gte: \"Jan 2020\"}})")]
    [InlineData("launches(filter: {net: {gte: 1963}})")]
    [InlineData("astronauts(filter: {dateOfBirth: {eq: \"02.08.1934\"}})")]
    [InlineData("astronauts(filter: {dateOfBirth: {eq: \"1934-02-30\"}})")]
    [InlineData("astronauts(filter: {dateOfBirth: {eq: \"1934-08-02T00:00:00Z\"}})")]
    [InlineData("launches(orderBy: {field: COLOUR})")]
    [InlineData("launches(orderBy: {field: \"NET\"})")]
    [InlineData("launches(orderBy: {field: net})")]
    [InlineData("launches(orderBy: {direction: DESC})")]
    [InlineData("launches(orderBy: {field: NET, direction: DOWN})")]
    [InlineData("launches(orderBy: {field: NET, direction: null})")]
    [InlineData("launches(orderBy: NET)")]
    [InlineData("launches(window: TODAY)")]
    [InlineData("agencies(window: UPCOMING)")]
    [InlineData("programs(search: \"a\")")]
    [InlineData("updates(search: \"a\")")]
    [InlineData("spacecraftFlights(search: \"a\")")]
    [InlineData("programs(filter: {name: \"a\"})")]
    [InlineData("programs(orderBy: {field: NAME})")]
    public async Task Argument_That_Does_Not_Fit_The_Schema_Is_Found_By_Validation(string field)
    {
        var answer = await gateway.QueryAsync($"{{ {field} {{ totalCount }} }}");

        Assert.NotEmpty(answer.Errors);
        Assert.All(answer.ErrorSummaries, error => Assert.StartsWith("GRAPHQL_VALIDATION_FAILED", error));
        Assert.Empty(upstream.Requests);
    }

    [Theory]
    [InlineData("DateTime", "launches(filter: {net: {gte: $value}})", "yesterday")]
    [InlineData("DateTime", "launches(filter: {net: {gte: $value}})", "12:00")]
    [InlineData("Date", "astronauts(filter: {dateOfBirth: {eq: $value}})", "1934-02-30")]
    [InlineData("Int", "agencies(filter: {foundingYear: {eq: $value}})", "1958")]
    [InlineData("Window", "launches(window: $value)", "TODAY")]
    public async Task Variable_That_Does_Not_Fit_Its_Type_Is_Refused(string type, string field, string value)
    {
        var answer = await gateway.QueryAsync($"query($value: {type}) {{ {field} {{ totalCount }} }}", new { value });

        Assert.Equal(["BAD_USER_INPUT at -"], answer.ErrorSummaries);
        Assert.Empty(upstream.Requests);
    }

    /// <summary>The upstream ignores what it does not know, so that it answers is not enough: it must have the parameter.</summary>
    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Every_Condition_Of_A_List_Is_One_That_The_Upstream_Has(string list)
    {
        var resource = Catalogue.Resources.Single(known => known.Definition.Plural == list);
        List<(string Field, string Path, string Parameter)> conditions = [];
        foreach (var filter in resource.Filters)
        {
            foreach (var condition in filter.Conditions)
            {
                var asked = resource.Upstream.Filters.ContainsKey(condition.Parameter) ? resource.Upstream : resource.Upcoming!;
                var window = asked == resource.Upcoming ? ", window: UPCOMING" : "";
                conditions.Add(($"{list}(first: 1, filter: {{{await ConditionAsync(filter, condition)}}}{window}) {{ totalCount nodes {{ id }} }}", asked.Path, condition.Parameter));
            }
        }

        if (conditions.Count == 0)
            return;
        var (answer, calls) = await standIn.QueryAsync($"{{ {string.Join('\n', conditions.Select((condition, i) => $"c{i}: {condition.Field}"))} }}");

        Assert.Empty(answer.ErrorSummaries);
        var described = OpenApiDocument.Find()?.QueryParameters().ToHashSet();
        Assert.All(conditions, condition =>
        {
            Assert.Contains(calls, call => call.StartsWith(condition.Path + "/?", StringComparison.Ordinal) && call.Split('?', '&').Any(part => part.StartsWith(condition.Parameter + "=", StringComparison.Ordinal)));
            Assert.True(described is null || described.Contains((condition.Path, condition.Parameter)), $"{condition.Path} has no parameter {condition.Parameter}");
        });
    }

    /// <summary>Each in both directions, with rows, so that cursors are made of what the rows are ordered by.</summary>
    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Every_Order_Of_A_List_Is_One_That_The_Upstream_Has(string list)
    {
        var orders = Catalogue.Resources.Single(known => known.Definition.Plural == list).Orders;
        if (orders.Count == 0)
            return;

        var (answer, _) = await standIn.QueryAsync($"{{ {string.Join('\n', orders.SelectMany(order => new[] { "ASC", "DESC" }
            .Select(direction => $"{order.Name}_{direction}: {list}(first: 2, orderBy: {{field: {order.Name}, direction: {direction}}}) {{ edges {{ cursor node {{ id }} }} }}")))} }}");

        Assert.Empty(answer.ErrorSummaries);
    }

    [Fact]
    public async Task Condition_Keeps_The_Rows_That_Meet_It()
    {
        var expected = (await standIn.RestRowsAsync("launches/?is_crewed=true&year=1963,1965")).Select(row => row.GetProperty("name").GetString()).Order(StringComparer.Ordinal);

        var (answer, _) = await standIn.QueryAsync("{ launches(first: 100, filter: {isCrewed: true, year: {in: [1963, 1965]}}) { nodes { name } } }");

        Assert.NotEmpty(expected);
        Assert.Equal(expected, answer.At("launches.nodes").EnumerateArray().Select(row => row.GetProperty("name").GetString()).Order(StringComparer.Ordinal));
    }

    /// <summary>The conditions of the one call that was made, without place, depth and order.</summary>
    private string Conditions() =>
        string.Join('&', Assert.Single(upstream.Requests).Split('?')[1].Split('&').Where(part => part.Split('=')[0] is not ("limit" or "mode" or "ordering")));

    private async Task<string> ConditionAsync(CatalogueFilter filter, FilterCondition condition)
    {
        var value = condition.Scalar switch
        {
            "ID" => $"\"{filter.IdOf!.Name}:{await SomeIdAsync(filter.IdOf)}\"",
            "Int" => "1",
            "Float" => "1.5",
            "Boolean" => "true",
            "Date" => "\"1963-06-14\"",
            "DateTime" => "\"1963-06-14T11:58:58Z\"",
            "String" => "\"a\"",
            _ => throw new InvalidOperationException($"No value is known for {condition.Scalar}."),
        };
        if (condition.TakesList)
            value = $"[{value}]";
        return $"{filter.Definition.Name}: {(filter.Shape is null ? value : $"{{{condition.Operator}: {value}}}")}";
    }

    /// <summary>An id that the upstream has: it refuses others in some filters.</summary>
    private async Task<string> SomeIdAsync(CatalogueType type)
    {
        // The one kind that comes inside others alone.
        if (type.Entity.Resource is not { } resource)
            return (await standIn.RestRowsAsync("space_stations/", atMost: 1))[0].GetProperty(type.Name == "SpaceStationType" ? "type" : "").GetProperty("id").ToString();
        return (await standIn.RestAsync($"{resource.Path}/?limit=1")).GetProperty("results")[0].GetProperty("id").ToString();
    }
}
