using System.Collections.Concurrent;
using System.Globalization;
using FlightGraph.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace FlightGraph.Tests.Warming;

/// <summary>One call for what was edited renews that and confirms the rest.</summary>
public sealed class EditTests : IAsyncLifetime
{
    private const string LongAgo = "2026-07-01T00:00:00Z";
    private const string JustNow = "2026-07-24T13:30:00Z";

    private readonly ConcurrentQueue<string> asked = new();
    private Func<DateTimeOffset, int, string> edits = (_, _) => Documents.Page();
    private ScriptedUpstream upstream = null!;
    private WarmGateway gateway = null!;

    public async Task InitializeAsync()
    {
        upstream = await ScriptedUpstream.StartAsync();
        upstream.On("launches/", AnswerAsync).On("events/", Documents.Page());
        gateway = await WarmGateway.StartAsync(upstream.BaseAddress);
    }

    public async Task DisposeAsync()
    {
        await gateway.DisposeAsync();
        await upstream.DisposeAsync();
    }

    [Fact]
    public async Task One_Call_Renews_What_Moved_And_Confirms_The_Rest()
    {
        await ReadAsync(1, 2);
        gateway.Advance(TimeSpan.FromHours(2));
        edits = (_, _) => Documents.Page(Launches.Row(1, JustNow, "renamed"));

        await gateway.WarmAsync();

        Assert.Equal("limit=100&mode=normal&ordering=last_updated&last_updated__gte=2026-07-24T11:59:00Z", Assert.Single(asked));
        Assert.Equal("renamed", await NameAsync(1));
        Assert.Equal("as it was", await NameAsync(2));
        Assert.Equal(3, upstream.Requests.Count);
        Assert.Equal((1, 1), (gateway.Report.Calls[0].Rows, gateway.Report.Calls[0].Moved));
    }

    [Fact]
    public async Task Rich_Copy_Of_What_Moved_Is_Not_Confirmed_With_The_Thin_One()
    {
        await ReadAsync(1);
        gateway.Advance(TimeSpan.FromHours(2));
        edits = (_, _) => Documents.Page(Launches.Row(1, JustNow, "renamed"));
        await gateway.WarmAsync();
        upstream.On(Launches.Address(1), Launches.Full(1, JustNow, "renamed"));

        await gateway.QueryFreshAsync($$"""{ launch(id: "{{Launches.Id(1)}}") { name flightclubUrl } }""");

        Assert.Equal(Launches.Address(1), upstream.Requests[^1]);
        Assert.Equal(3, upstream.Requests.Count);
    }

    [Fact]
    public async Task What_Was_Confirmed_Is_Confirmed_Again()
    {
        await ReadAsync(1);
        for (var i = 0; i < 30; i++)
        {
            gateway.Advance(TimeSpan.FromHours(1));
            await gateway.WarmAsync();
        }

        await NameAsync(1);

        Assert.Equal(30, asked.Count);
        Assert.Equal(Launches.Address(1), Assert.Single(upstream.Requests, request => request.StartsWith("launches/0", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Confirmation_Has_An_End()
    {
        await ReadAsync(1);
        for (var i = 0; i < 73; i++)
        {
            gateway.Advance(TimeSpan.FromHours(1));
            await gateway.WarmAsync();
        }

        await NameAsync(1);

        Assert.Equal(2, upstream.Requests.Count(request => request == Launches.Address(1)));
    }

    [Fact]
    public async Task Row_Of_The_Overlap_That_Is_Known_Has_Not_Moved()
    {
        await ReadAsync(1);
        gateway.Advance(TimeSpan.FromHours(2));
        edits = (_, _) => Documents.Page(Launches.Row(1, "2026-07-24T13:59:30Z", "renamed"));
        await gateway.WarmAsync();
        gateway.Advance(TimeSpan.FromHours(1));

        await gateway.WarmAsync();

        Assert.Equal(("edited launches", 1, 0), (gateway.Report.Calls[0].Target, gateway.Report.Calls[0].Rows, gateway.Report.Calls[0].Moved));
        Assert.EndsWith("last_updated__gte=2026-07-24T13:59:00Z", asked.Last(), StringComparison.Ordinal);
        Assert.Equal("renamed", await NameAsync(1));
        Assert.Equal(3, upstream.Requests.Count);
    }

    [Fact]
    public async Task More_Edits_Than_Fit_One_Page_Are_Read_On_From_The_Last_Moment()
    {
        await ReadAsync(500);
        gateway.Advance(TimeSpan.FromHours(3));
        edits = (since, offset) => PageOf(Enumerable.Range(1, 150).Select(number => (number, At(number))), since, offset);

        await gateway.WarmAsync();
        await gateway.WarmAsync();

        Assert.EndsWith("last_updated__gte=2026-07-24T12:01:40Z", asked.Last(), StringComparison.Ordinal);
        await NameAsync(150);
        await NameAsync(500);
        Assert.Equal(3, upstream.Requests.Count);
        Assert.Equal([50, 100], gateway.Report.Calls.Select(call => call.Moved ?? -1));
    }

    [Fact]
    public async Task Edits_Of_One_Moment_Are_Counted_Through()
    {
        await ReadAsync(500);
        gateway.Advance(TimeSpan.FromHours(3));
        edits = (since, offset) => PageOf(Enumerable.Range(1, 250).Select(number => (number, At(1))), since, offset);

        for (var i = 0; i < 4; i++)
            await gateway.WarmAsync();

        Assert.Equal(["", "", "100", "200"], asked.Select(query => query.Split('&').FirstOrDefault(part => part.StartsWith("offset=", StringComparison.Ordinal))?[7..] ?? ""));
        await NameAsync(250);
        await NameAsync(500);
        Assert.Equal(5, upstream.Requests.Count);
    }

    [Fact]
    public async Task Nothing_Is_Confirmed_After_A_Failed_Page()
    {
        await ReadAsync(500, 501);
        gateway.Advance(TimeSpan.FromHours(3));
        edits = (since, offset) => PageOf(Enumerable.Range(1, 150).Select(number => (number, At(number))), since, offset);
        await gateway.WarmAsync();
        upstream.On("launches/", 503, "");

        await gateway.WarmAsync();
        await NameAsync(500);

        Assert.Equal(Launches.Address(500), upstream.Requests[^1]);

        // What was asked for once is asked for again, from the same moment on.
        upstream.On("launches/", AnswerAsync);
        gateway.Advance(TimeSpan.FromMinutes(20));
        await gateway.WarmAsync();
        Assert.EndsWith("last_updated__gte=2026-07-24T11:59:00Z", asked.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_That_Cannot_Be_Read_Confirms_Nothing()
    {
        await ReadAsync(1);
        gateway.Advance(TimeSpan.FromHours(2));
        edits = (_, _) => Documents.Page("""{"name": "which?"}""");

        await gateway.WarmAsync();
        await NameAsync(1);

        Assert.Equal(2, upstream.Requests.Count(request => request == Launches.Address(1)));
    }

    [Fact]
    public async Task List_Is_Confirmed_Until_Time_Has_Moved_It()
    {
        const string list = "{ launches(window: UPCOMING, first: 1) { nodes { name } } }";
        // It leaves the list a day after its time, at 14:00.
        upstream.On("launches/upcoming/", Documents.Page(Launches.Row(1, LongAgo, net: "2026-07-23T14:00:00Z")));
        await gateway.Gateway.QueryAsync(list);
        gateway.Advance(TimeSpan.FromHours(1));
        await gateway.WarmAsync();
        await gateway.QueryFreshAsync(list);
        Assert.Equal(2, upstream.Requests.Count);

        gateway.Advance(TimeSpan.FromHours(1));
        await gateway.WarmAsync();
        await gateway.QueryFreshAsync(list);

        Assert.Equal(2, upstream.Requests.Count(request => request.StartsWith("launches/upcoming/", StringComparison.Ordinal)));
    }

    private static string At(int second) => new DateTimeOffset(2026, 7, 24, 12, 0, 0, TimeSpan.Zero).AddSeconds(second).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string PageOf(IEnumerable<(int Number, string Edited)> all, DateTimeOffset since, int offset)
    {
        var rows = all.Where(row => DateTimeOffset.Parse(row.Edited, CultureInfo.InvariantCulture) >= since).Select(row => Launches.Row(row.Number, row.Edited)).ToList();
        return Documents.Page(rows.Count, [.. rows.Skip(offset).Take(100)]);
    }

    private async Task AnswerAsync(HttpContext http)
    {
        asked.Enqueue(Uri.UnescapeDataString(http.Request.QueryString.Value![1..]));
        var since = DateTimeOffset.Parse(http.Request.Query["last_updated__gte"]!, CultureInfo.InvariantCulture);
        var offset = http.Request.Query.TryGetValue("offset", out var value) ? int.Parse(value!, CultureInfo.InvariantCulture) : 0;
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(edits(since, offset));
    }

    /// <summary>A client asks for launches in full.</summary>
    private async Task ReadAsync(params int[] numbers)
    {
        foreach (var number in numbers)
        {
            upstream.On(Launches.Address(number), Launches.Full(number, LongAgo));
            await NameAsync(number);
        }
    }

    private async Task<string?> NameAsync(int number) =>
        (await gateway.QueryFreshAsync($$"""{ launch(id: "{{Launches.Id(number)}}") { name } }""")).GetProperty("launch").GetProperty("name").GetString();
}
