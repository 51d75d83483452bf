using FlightGraph.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace FlightGraph.Tests.Freshness;

/// <summary>What is stale answers at once, and one call behind it brings what is new.</summary>
public sealed class StaleWhileRevalidateTests : IAsyncLifetime
{
    private const string Query = "{ agency(id: 63) { name } }";

    private readonly TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private AgingGateway gateway = null!;

    public async Task InitializeAsync()
    {
        gateway = await AgingGateway.StartAsync();
        gateway.Upstream.On("agencies/63/", AgingGateway.Agency(63, "old")).On("agencies/44/", AgingGateway.Agency(44, "old"));
    }

    public async Task DisposeAsync()
    {
        release.TrySetResult();
        await gateway.DisposeAsync();
    }

    [Fact]
    public async Task Answers_At_Once_Though_The_Upstream_Hangs()
    {
        await StoreStaleAsync();
        gateway.Upstream.On("agencies/63/", HangAsync);

        // The clock stands, so whoever waited would wait for ever.
        for (var use = 0; use < 3; use++)
        {
            var answer = await gateway.AskAsync(Query);
            Assert.Equal(("old", true), (answer.At("agency.name").GetString(), answer.Freshness?.IsStale));
        }

        await gateway.HasAskedAsync(2);
    }

    /// <summary>Nor does it for a list of ids, which belongs to all who wait for it.</summary>
    [Fact]
    public async Task Gateway_Does_Not_Wait_For_It_When_It_Ends()
    {
        const string query = """{ a: launch(id: "00000001-0000-0000-0000-000000000000") { name } b: launch(id: "00000002-0000-0000-0000-000000000000") { name } }""";
        gateway.Upstream.On("launches/", Launches("old"));
        await gateway.AskAsync(query);
        gateway.Clock.Advance(TimeSpan.FromDays(40));
        gateway.Upstream.On("launches/", HangAsync);
        await gateway.AskAsync(query);
        await gateway.HasAskedAsync(2);

        await gateway.Gateway.StopAsync().WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Hundred_Uses_Are_One_Call()
    {
        await StoreStaleAsync();
        gateway.Upstream.On("agencies/63/", Held(AgingGateway.Agency(63, "new")));

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => gateway.AskAsync(Query)));
        await gateway.HasAskedAsync(2);
        answers = [.. answers, .. await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => gateway.AskAsync(Query)))];
        release.SetResult();

        Assert.All(answers, answer => Assert.Equal(("old", true), (answer.At("agency.name").GetString(), answer.Freshness?.IsStale)));
        await BecomesAsync(Query, "new");
        Assert.Equal(2, gateway.Calls.Count);
    }

    /// <summary>The upstream's lists and documents, each with a row or text that has a version: one question, one call behind it.</summary>
    [Theory]
    [InlineData("object", Query, "agencies/63/", """{"id": 63, "name": "VERSION"}""")]
    [InlineData("list", "{ agencies(first: 1) { nodes { name } } }", "agencies/", """{"count": 1, "results": [{"id": 63, "name": "VERSION", "abbrev": "A", "type": null}]}""")]
    [InlineData("list and its length", "{ agencies(first: 1) { totalCount nodes { name } } }", "agencies/", """{"count": 1, "results": [{"id": 63, "name": "VERSION", "abbrev": "A", "type": null}]}""")]
    [InlineData("document", "{ starshipDashboard { notices { url } } }", "dashboard/starship/", """{"notices": [{"id": 1, "url": "VERSION"}], "updates": [], "live_streams": [], "road_closures": []}""")]
    [InlineData("words", "{ agencyTypes { name } }", "config/agency_types/", """{"count": 1, "results": [{"id": 1, "name": "VERSION"}]}""")]
    [InlineData("object of a node", """{ node(id: "Agency:63") { ... on Agency { name } } }""", "agencies/63/", """{"id": 63, "name": "VERSION"}""")]
    [InlineData("edge of one owner", "{ agency(id: 63) { launches(first: 1) { nodes { name } } } }", "launches/", """{"count": 1, "results": [{"id": "0d0acc45-bcf8-4d06-8093-be999f9233ba", "name": "VERSION", "net": "2026-07-26T12:00:00Z", "launch_service_provider": {"id": 63, "name": "A"}}]}""")]
    public async Task Each_Kind_Of_Answer_Is_Asked_For_Again_Once(string kind, string query, string address, string json)
    {
        gateway.Upstream.On(address, json.Replace("VERSION", "https://old", StringComparison.Ordinal));
        var first = await gateway.AskAsync(query);
        Assert.True(first.Errors.Count == 0 && first.ToString().Contains("https://old"), $"{kind}: {first}");
        var calls = gateway.Calls.ToList();
        gateway.Clock.Advance(TimeSpan.FromDays(40));
        gateway.Upstream.On(address, json.Replace("VERSION", "https://new", StringComparison.Ordinal));

        var stale = await gateway.AskAsync(query);

        Assert.Equal(first.Data.GetRawText(), stale.Data.GetRawText());
        Assert.True(stale.Freshness?.IsStale);
        await BecomesAsync(query, "https://new");
        // The agency around an edge comes with its rows, or by itself.
        Assert.Equal(2, gateway.Calls.Count(call => call.StartsWith(address, StringComparison.Ordinal)));
        Assert.All(gateway.Calls, call => Assert.Contains(call, calls));
        Assert.Empty(gateway.Upstream.Unannounced);
    }

    [Fact]
    public async Task Several_Stale_Objects_Of_One_Answer_Are_One_List_Of_Ids()
    {
        const string query = """{ a: launch(id: "00000001-0000-0000-0000-000000000000") { name } b: launch(id: "00000002-0000-0000-0000-000000000000") { name } c: launch(id: "00000003-0000-0000-0000-000000000000") { name } }""";
        gateway.Upstream.On("launches/", Launches("old"));
        await gateway.AskAsync(query);
        gateway.Clock.Advance(TimeSpan.FromDays(40));
        gateway.Upstream.On("launches/", Launches("new"));

        var stale = await gateway.AskAsync(query);

        Assert.Equal("""{"a":{"name":"old 1"},"b":{"name":"old 2"},"c":{"name":"old 3"}}""", stale.Data.GetRawText());
        await BecomesAsync(query, "new 3");
        Assert.Equal("""{"a":{"name":"new 1"},"b":{"name":"new 2"},"c":{"name":"new 3"}}""", (await gateway.AskAsync(query)).Data.GetRawText());
        Assert.Equal(2, gateway.Calls.Count);
        Assert.Equal(gateway.Calls[0].Split("id=")[1].Split(',').Order(), gateway.Calls[1].Split("id=")[1].Split(',').Order());
    }

    /// <summary>Even when the first is used long before the last.</summary>
    [Fact]
    public async Task Refreshing_Begins_When_The_Operation_Has_Ended()
    {
        const string query = """{ a: launch(id: "00000001-0000-0000-0000-000000000000") { name } b: agency(id: 44) { name } }""";
        gateway.Upstream.On("launches/", Launches("old")).On("launches/00000001-0000-0000-0000-000000000000/", """{"id": "00000001-0000-0000-0000-000000000000", "name": "old"}""");
        await gateway.AskAsync("""{ launch(id: "00000001-0000-0000-0000-000000000000") { name } }""");
        gateway.Clock.Advance(TimeSpan.FromDays(40));
        gateway.Upstream.On("agencies/44/", Held(AgingGateway.Agency(44, "slow")));

        var asked = gateway.AskAsync(query);
        await gateway.HasAskedAsync(2);
        Assert.Equal("agencies/44/", gateway.Calls[^1]);
        release.SetResult();
        await asked;

        await gateway.HasAskedAsync(3);
        Assert.Equal("launches/00000001-0000-0000-0000-000000000000/", gateway.Calls[^1]);
    }

    [Fact]
    public async Task Lists_Of_Several_Owners_Are_Refreshed_Together()
    {
        const string query = "{ a: agency(id: 63) { launches(first: 2) { nodes { name } } } b: agency(id: 44) { launches(first: 2) { nodes { name } } } }";
        gateway.Upstream.On("launches/", LaunchesOfTwo("old"));
        var first = await gateway.AskAsync(query);
        Assert.Empty(first.ErrorSummaries);
        var calls = gateway.Calls.ToList();
        gateway.Clock.Advance(TimeSpan.FromDays(40));
        gateway.Upstream.On("launches/", LaunchesOfTwo("new"));

        var stale = await gateway.AskAsync(query);

        Assert.Equal(first.Data.GetRawText(), stale.Data.GetRawText());
        Assert.True(stale.Freshness?.IsStale);
        await BecomesAsync(query, "new 44");
        Assert.Single(calls, IsLaunches);
        Assert.Equal([.. calls.Where(IsLaunches), .. calls.Where(IsLaunches)], gateway.Calls.Where(IsLaunches));
    }

    [Fact]
    public async Task Failing_Refresh_Is_Not_Made_At_Every_Use()
    {
        await StoreStaleAsync();
        gateway.Upstream.On("agencies/63/", StatusCodes.Status403Forbidden, "");
        for (var use = 0; use < 50; use++)
            await gateway.AskAsync(Query);
        await gateway.HasAskedAsync(2);

        // Pauses of 5, 10, 20 … seconds: in ten minutes of steady use a handful of tries.
        for (var second = 0; second < 600; second += 5)
        {
            gateway.Clock.Advance(TimeSpan.FromSeconds(5));
            Assert.Equal("old", (await gateway.AskAsync(Query)).At("agency.name").GetString());
        }

        Assert.InRange(gateway.Calls.Count, 4, 12);
        gateway.Upstream.On("agencies/63/", AgingGateway.Agency(63, "new"));
        // The pause may have begun only now, so the clock goes on until it is over.
        await Eventually.IsTrueAsync(async () =>
        {
            gateway.Clock.Advance(TimeSpan.FromSeconds(30));
            return (await gateway.AskAsync(Query)).At("agency.name").GetString() == "new";
        });
    }

    [Fact]
    public async Task Deleted_Object_Disappears_Behind_A_Stale_Answer()
    {
        await StoreStaleAsync();
        gateway.Upstream.On("agencies/63/", StatusCodes.Status404NotFound, """{"detail": "Not found."}""");

        var stale = await gateway.AskAsync(Query);

        Assert.Equal("old", stale.At("agency.name").GetString());
        await Eventually.IsTrueAsync(async () => (await gateway.AskAsync(Query)).Data.GetRawText() == """{"agency":null}""");
        Assert.Equal(2, gateway.Calls.Count);
    }

    /// <summary>One object, a list of ids, a page, a document, lists of several owners: each has an older answer to fall back on.</summary>
    [Theory]
    [InlineData("object", Query)]
    [InlineData("page", "{ agencies(first: 1) { nodes { name } } }")]
    [InlineData("objects", """{ a: launch(id: "00000001-0000-0000-0000-000000000000") { name } b: launch(id: "00000002-0000-0000-0000-000000000000") { name } }""")]
    [InlineData("document", "{ starshipDashboard { notices { url } } }")]
    [InlineData("lists", "{ a: agency(id: 63) { launches(first: 2) { nodes { name } } } b: agency(id: 44) { launches(first: 2) { nodes { name } } } }")]
    public async Task Slow_Upstream_Leaves_The_Older_Answer_To_Who_Takes_It_In_Need(string kind, string query)
    {
        gateway.Upstream.On("agencies/", """{"count": 1, "results": [{"id": 63, "name": "old", "abbrev": "A", "type": null}]}""")
            .On("dashboard/starship/", """{"notices": [{"id": 1, "url": "https://old"}], "updates": [], "live_streams": [], "road_closures": []}""")
            .On("launches/", http => http.Request.Query.ContainsKey("id") ? Launches("old")(http) : LaunchesOfTwo("old")(http));
        var first = await gateway.AskAsync(query);
        Assert.True(first.Errors.Count == 0, $"{kind}: {first}");
        var calls = gateway.Calls.Count;
        gateway.Clock.Advance(TimeSpan.FromMinutes(1));
        foreach (var address in gateway.Calls.Select(call => call.Split('?')[0]).Distinct())
            gateway.Upstream.On(address, HangAsync);

        var asked = gateway.AskAsync(query, "no-cache, stale-if-error=3600");
        await gateway.HasAskedAsync(calls + 1);
        Assert.False(asked.IsCompleted);
        // Each level of the query waits its own time.
        await Eventually.IsTrueAsync(() =>
        {
            if (!asked.IsCompleted)
                gateway.Clock.Advance(TimeSpan.FromSeconds(1));
            return asked.IsCompleted;
        });
        var answer = await asked;

        Assert.Equal(first.Data.GetRawText(), answer.Data.GetRawText());
        Assert.Empty(answer.ErrorSummaries);
        Assert.InRange(answer.Freshness!.Value.Age, 62, 3600);
    }

    [Theory]
    [InlineData("objects", """{ a: launch(id: "00000001-0000-0000-0000-000000000000") { name } b: launch(id: "00000002-0000-0000-0000-000000000000") { name } }""")]
    [InlineData("lists", "{ a: agency(id: 63) { launches(first: 2) { nodes { name } } } b: agency(id: 44) { launches(first: 2) { nodes { name } } } }")]
    public async Task What_Was_Read_Piece_By_Piece_Stands_In_For_The_Whole(string kind, string query)
    {
        gateway.Upstream.On("launches/", http => http.Request.Query.ContainsKey("id") ? Launches("old")(http) : LaunchesOfTwo("old")(http))
            .On("launches/00000001-0000-0000-0000-000000000000/", """{"id": "00000001-0000-0000-0000-000000000000", "name": "old 1", "net": "2026-07-26T12:00:00Z"}""")
            .On("launches/00000002-0000-0000-0000-000000000000/", """{"id": "00000002-0000-0000-0000-000000000000", "name": "old 2", "net": "2026-07-26T12:00:00Z"}""");
        if (kind == "objects")
        {
            await gateway.AskAsync("""{ launch(id: "00000001-0000-0000-0000-000000000000") { name } }""");
            await gateway.AskAsync("""{ launch(id: "00000002-0000-0000-0000-000000000000") { name } }""");
        }
        else
        {
            await gateway.AskAsync("{ agency(id: 63) { launches(first: 2) { nodes { name } } } }");
            await gateway.AskAsync("{ agency(id: 44) { launches(first: 2) { nodes { name } } } }");
        }

        gateway.Clock.Advance(TimeSpan.FromMinutes(1));
        gateway.Upstream.On("launches/", StatusCodes.Status403Forbidden, "");

        var answer = await gateway.AskAsync(query, "no-cache, stale-if-error=60");

        Assert.Empty(answer.ErrorSummaries);
        Assert.Contains("old", answer.Data.GetRawText());
        Assert.Equal(60, answer.Freshness?.Age);
    }

    [Fact]
    public async Task Known_Fields_Of_A_Thin_Copy_Stand_Where_The_Rest_Cannot_Be_Had()
    {
        gateway.Upstream.On("spacecraft/31/", """{"id": 31, "name": "Craft", "spacecraft_config": {"id": 15, "name": "Vostok", "agency": {"id": 63, "name": "Roscosmos"}}}""")
            .On("agencies/63/", StatusCodes.Status403Forbidden, "");
        await gateway.AskAsync("{ spacecraft(id: 31) { name } }");

        var answer = await gateway.AskAsync("{ agency(id: 63) { name foundingYear } }");

        Assert.Equal("""{"agency":{"name":"Roscosmos","foundingYear":null}}""", answer.Data.GetRawText());
        Assert.Equal(["UPSTREAM_UNAVAILABLE at agency.foundingYear"], answer.ErrorSummaries);
        Assert.Equal(2, gateway.Calls.Count);
    }

    private static bool IsLaunches(string call) => call.StartsWith("launches/", StringComparison.Ordinal);

    private static RequestDelegate Launches(string version) => http =>
    {
        var ids = http.Request.Query["id"].ToString().Split(',');
        return http.Response.WriteAsJsonAsync(new { count = ids.Length, results = ids.Select(id => new { id, name = $"{version} {id[7]}", net = "2026-07-26T12:00:00Z" }) });
    };

    /// <summary>A launch of each agency that is asked for, or of both.</summary>
    private static RequestDelegate LaunchesOfTwo(string version) => http =>
    {
        var query = Uri.UnescapeDataString(http.Request.QueryString.Value!);
        var owners = new[] { 63, 44 }.Where(owner => !query.Contains("lsp__id") || query.Contains($"{owner}", StringComparison.Ordinal)).ToList();
        return http.Response.WriteAsJsonAsync(new
        {
            count = owners.Count,
            results = owners.Select(owner => new { id = $"{owner:00000000}-0000-0000-0000-000000000000", name = $"{version} {owner}", net = "2026-07-26T12:00:00Z", launch_service_provider = new { id = owner, name = "A" } }),
        });
    };

    /// <summary>Until the test is over.</summary>
    private async Task HangAsync(HttpContext http)
    {
        await Task.WhenAny(release.Task, Task.Delay(Timeout.Infinite, http.RequestAborted));
        http.Abort();
    }

    private RequestDelegate Held(string json) => async http =>
    {
        await release.Task;
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(json);
    };

    private async Task StoreStaleAsync()
    {
        gateway.Upstream.On("agencies/63/", AgingGateway.Agency(63, "old"));
        await gateway.AskAsync(Query);
        gateway.Clock.Advance(AgingGateway.Life * 2);
    }

    private Task BecomesAsync(string query, string version) => Eventually.IsTrueAsync(async () =>
        await gateway.AskAsync(query) is { Freshness.IsStale: false, Errors.Count: 0 } answer && answer.ToString().Contains(version, StringComparison.Ordinal));
}
