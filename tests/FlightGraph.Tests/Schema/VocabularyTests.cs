using System.Text.Json;
using FlightGraph.Schema;
using FlightGraph.Tests.Support;
using FlightGraph.Upstream.Contract;
using Microsoft.AspNetCore.Http;

namespace FlightGraph.Tests.Schema;

/// <summary>Root fields that are neither one by id nor a connection: word lists, the dashboard, a launch by another name.</summary>
public sealed class VocabularyTests(StandInGateway standIn) : IClassFixture<StandInGateway>, IAsyncLifetime
{
    private const string LaunchId = "0d0acc45-bcf8-4d06-8093-be999f9233ba";

    private static readonly SchemaCatalogue Catalogue = new(UpstreamContract.Load("2.3.0"), SchemaServiceCollectionExtensions.Topics);

    private ScriptedUpstream upstream = null!;
    private Gateway gateway = null!;

    public static TheoryData<string> Vocabularies => [.. Catalogue.Vocabularies.Select(vocabulary => vocabulary.Definition.Name)];

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
    [MemberData(nameof(Vocabularies))]
    public async Task Word_List_Is_The_Upstreams_Whole(string name)
    {
        var (definition, resource) = Catalogue.Vocabularies.Single(vocabulary => vocabulary.Definition.Name == name);
        var type = Catalogue.Type(resource.Entity);
        var words = type.Fields.Where(field => field.Upstream.Kind is FieldKind.Text or FieldKind.Integer or FieldKind.Boolean or FieldKind.Uri).ToList();
        var rows = await standIn.RestRowsAsync(definition.Path + "/");

        var (answer, calls) = await standIn.QueryAsync($"{{ {name} {{ id launchLibraryId {string.Join(' ', words.Select(word => word.Name))} }} }}");

        Assert.Empty(answer.ErrorSummaries);
        Assert.NotEmpty(rows);
        Assert.Equal(
            rows.Select(row => $"{type.Name}:{row.GetProperty("id")} {string.Join(" | ", words.Select(word => row.GetProperty(word.Upstream.Name).ToString()))}"),
            answer.At(name).EnumerateArray().Select(row => $"{row.GetProperty("id")} {string.Join(" | ", words.Select(word => row.GetProperty(word.Name).ToString()))}"));
        Assert.Equal((rows.Count + 99) / 100, calls.Count);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(100, 1)]
    [InlineData(101, 2)]
    [InlineData(250, 3)]
    public async Task Long_Word_List_Takes_The_Calls_It_Needs(int rows, int calls)
    {
        upstream.On("config/countries/", Words(rows, (offset, limit) => Enumerable.Range(1, rows).Skip(offset).Take(limit)));

        var answer = await gateway.QueryAsync("{ countries { launchLibraryId name } }");

        Assert.Empty(answer.ErrorSummaries);
        Assert.Equal(Enumerable.Range(1, rows), Ids(answer, "countries"));
        Assert.Equal(calls, upstream.Requests.Count);
    }

    /// <summary>The upstream orders word lists by nothing, so two calls may give one row twice and another never.</summary>
    [Fact]
    public async Task Word_List_Whose_Pages_Overlap_Is_Not_Given_Short()
    {
        var asked = 0;
        upstream.On("config/countries/", Words(150, (offset, limit) => Interlocked.Increment(ref asked) == 2
            ? Enumerable.Range(100, 50)
            : Enumerable.Range(1, 150).Skip(offset).Take(limit)));

        var answer = await gateway.QueryAsync("{ countries { launchLibraryId } }");

        Assert.True(
            (answer.ErrorSummaries is [var error] && error.EndsWith(" at countries", StringComparison.Ordinal)) || Ids(answer, "countries").Count() == 150,
            $"{Ids(answer, "countries").Count()} of 150 rows, and {answer.Errors.Count} errors.");
    }

    [Fact]
    public async Task Failure_Of_One_Page_Fails_The_Word_List_And_No_Other()
    {
        upstream.On("config/countries/", Words(150, (offset, limit) => offset == 0 ? Enumerable.Range(1, limit) : throw new BadHttpRequestException("")))
            .On("config/orbits/", Documents.Page("""{"id": 8, "name": "Low Earth Orbit"}"""));

        var answer = await gateway.QueryAsync("{ countries { id } orbits { name } }");

        Assert.Equal(["UPSTREAM_REJECTED at countries"], answer.ErrorSummaries);
        Assert.Equal("Low Earth Orbit", answer.At("orbits.0.name").GetString());
    }

    /// <summary>As in a connection: what cannot be read is said, not hidden.</summary>
    [Fact]
    public async Task Word_That_Cannot_Be_Read_Is_Not_Passed_Over_In_Silence()
    {
        upstream.On("config/orbits/", Documents.Page("""{"id": 8, "name": "Low Earth Orbit"}""", "\"spoilt\""));

        var answer = await gateway.QueryAsync("{ orbits { name } }");

        Assert.Contains(answer.ErrorSummaries, error => error.StartsWith("UPSTREAM_MALFORMED", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Same_Word_List_Twice_Is_Asked_Once()
    {
        upstream.On("config/orbits/", Documents.Page("""{"id": 8, "name": "Low Earth Orbit", "abbrev": "LEO"}"""));

        await gateway.QueryAsync("{ a: orbits { name } b: orbits { abbrev } }");

        Assert.Single(upstream.Requests);
    }

    [Theory]
    [InlineData("liveStreams { title url }", "list")]
    [InlineData("upcoming { launches { name status { name } } }", "list")]
    [InlineData("upcoming { launches { mission { name } } }", "normal")]
    [InlineData("... on StarshipDashboard { previous { launches { pad { name } } } }", "normal")]
    [InlineData("upcoming { launches { timeline { relativeTime } } }", "detailed")]
    [InlineData("__typename", "list")]
    public async Task Dashboard_Comes_In_The_Thinnest_Depth_That_Answers(string selection, string mode)
    {
        var (answer, calls) = await standIn.QueryAsync($"{{ starshipDashboard {{ {selection} }} }}");

        Assert.Empty(answer.ErrorSummaries);
        Assert.Equal([$"dashboard/starship/?mode={mode}"], calls);
    }

    [Fact]
    public async Task Dashboard_Holds_What_The_Upstream_Has()
    {
        var expected = await standIn.RestAsync("dashboard/starship/?mode=list");
        var document = expected.ValueKind == JsonValueKind.Array ? expected[0] : expected;

        var (answer, _) = await standIn.QueryAsync("""
            { starshipDashboard { updates { id } liveStreams { title } roadClosures { id } notices { id } vehicles { id } orbiters { id }
                upcoming { launches { id } events { id } } previous { launches { id } events { id } } } }
            """);

        Assert.Empty(answer.ErrorSummaries);
        foreach (var list in new[] { "updates", "live_streams", "road_closures", "notices", "vehicles", "orbiters", "upcoming.launches", "upcoming.events", "previous.launches", "previous.events" })
        {
            var rows = list.Split('.').Aggregate(document, (at, step) => at.GetProperty(step)).GetArrayLength();
            Assert.Equal((list, rows), (list, answer.At("starshipDashboard." + string.Join('.', list.Split('.').Select(step => new FieldDefinition(step, "", "").Name))).GetArrayLength()));
        }
    }

    [Theory]
    [InlineData("id: \"" + LaunchId + "\"", "launches/" + LaunchId + "/")]
    [InlineData("id: \"Launch:" + LaunchId + "\"", "launches/" + LaunchId + "/")]
    [InlineData("by: {id: \"Launch:" + LaunchId + "\"}", "launches/" + LaunchId + "/")]
    [InlineData("by: {slug: \"vostok-k-vostok-5\"}", "launches/?limit=1&mode=detailed&slug=vostok-k-vostok-5")]
    [InlineData("by: {designator: \"1963-020\"}", "launches/?limit=1&mode=detailed&launch_designator=1963-020")]
    public async Task Launch_Is_Found_By_Each_Of_Its_Names(string argument, string call)
    {
        const string Launch = $$"""{"id": "{{LaunchId}}", "name": "Vostok-K | Vostok 5"}""";
        upstream.On($"launches/{LaunchId}/", Launch).On("launches/", Documents.Page(Launch));

        var answer = await gateway.QueryAsync($"{{ launch({argument}) {{ id name }} }}");

        Assert.Equal($$"""{"id":"Launch:{{LaunchId}}","name":"Vostok-K | Vostok 5"}""", answer.At("launch").GetRawText());
        Assert.Equal([call], upstream.Requests);
    }

    [Theory]
    [InlineData("slug")]
    [InlineData("designator")]
    public async Task Unknown_Name_Is_Null_And_No_Error(string name)
    {
        var (answer, calls) = await standIn.QueryAsync($"{{ launch(by: {{{name}: \"no-such-launch\"}}) {{ id }} }}");

        Assert.Equal("""{"launch":null}""", answer.Data.GetRawText());
        Assert.Empty(answer.ErrorSummaries);
        Assert.Single(calls);
    }

    [Theory]
    [InlineData("{ launch { id } }", "BAD_USER_INPUT")]
    [InlineData("{ launch(id: null) { id } }", "BAD_USER_INPUT")]
    [InlineData("{ launch(by: null) { id } }", "BAD_USER_INPUT")]
    [InlineData("{ launch(id: \"" + LaunchId + "\", by: {slug: \"a\"}) { id } }", "BAD_USER_INPUT")]
    [InlineData("{ launch(by: {slug: \"\"}) { id } }", "BAD_USER_INPUT")]
    // The upstream trims it and, left with nothing, would answer with all launches.
    [InlineData("{ launch(by: {slug: \"  \"}) { id } }", "BAD_USER_INPUT")]
    [InlineData("{ launch(by: {designator: \"\\t\"}) { id } }", "BAD_USER_INPUT")]
    [InlineData("{ launch(by: {designator: \"1963-020,1963-023\"}) { id } }", "BAD_USER_INPUT")]
    [InlineData("{ launch(by: {id: \"Agency:5\"}) { id } }", "BAD_USER_INPUT")]
    [InlineData("{ launch(by: {id: 5}) { id } }", "BAD_USER_INPUT")]
    [InlineData("{ launch(by: {}) { id } }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("{ launch(by: {slug: null}) { id } }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("{ launch(by: {slug: \"a\", designator: \"b\"}) { id } }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("{ launch(by: {slug: \"a\", designator: null}) { id } }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("{ launch(by: {name: \"a\"}) { id } }", "GRAPHQL_VALIDATION_FAILED")]
    public async Task Anything_But_One_Name_Is_Refused(string query, string code)
    {
        upstream.On("launches/", Documents.Page($$"""{"id": "{{LaunchId}}"}"""));

        var answer = await gateway.QueryAsync(query);

        Assert.NotEmpty(answer.Errors);
        Assert.All(answer.Errors, error => Assert.Equal(code, error.GetProperty("extensions").GetProperty("code").GetString()));
        Assert.Empty(upstream.Requests);
    }

    [Theory]
    [InlineData("query($by: LaunchBy) { launch(by: $by) { id } }", """{"by": {"slug": "a", "designator": "b"}}""")]
    [InlineData("query($by: LaunchBy) { launch(by: $by) { id } }", """{"by": {}}""")]
    [InlineData("query($by: LaunchBy) { launch(by: $by) { id } }", """{"by": {"slug": null}}""")]
    [InlineData("query($by: LaunchBy) { launch(by: $by) { id } }", """{"by": {"slug": "a", "designator": null}}""")]
    [InlineData("query($slug: String) { launch(by: {slug: $slug}) { id } }", "{}")]
    [InlineData("query($slug: String) { launch(by: {slug: $slug}) { id } }", """{"slug": null}""")]
    public async Task Anything_But_One_Name_In_Variables_Is_Refused(string query, string variables)
    {
        var answer = await gateway.QueryAsync(query, JsonSerializer.Deserialize<JsonElement>(variables));

        var code = Assert.Single(answer.Errors).GetProperty("extensions").GetProperty("code").GetString();
        Assert.True(code is "BAD_USER_INPUT" or "GRAPHQL_VALIDATION_FAILED", $"{answer}");
        Assert.Empty(upstream.Requests);
    }

    private static IEnumerable<int> Ids(GraphQLAnswer answer, string field) => answer.Data.TryGetProperty(field, out var rows) && rows.ValueKind == JsonValueKind.Array
        ? rows.EnumerateArray().Select(row => row.GetProperty("launchLibraryId").GetInt32())
        : [];

    private static RequestDelegate Words(int count, Func<int, int, IEnumerable<int>> rows) => async http =>
    {
        var offset = int.TryParse(http.Request.Query["offset"], out var given) ? given : 0;
        try
        {
            await http.Response.WriteAsJsonAsync(new { count, results = rows(offset, int.Parse(http.Request.Query["limit"]!)).Select(id => new { id, name = $"W{id}" }) });
        }
        catch (BadHttpRequestException)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            await http.Response.WriteAsJsonAsync(new { detail = "no" });
        }
    };
}
