using System.Net;
using System.Text.Json;
using FlightGraph.StandIn;

namespace FlightGraph.Tests.StandIn;

public sealed class EndpointTests
{
    [Fact]
    public async Task Missing_Slash_Is_Sent_On()
    {
        await using var server = await SmallServer.StartAsync();

        using var response = await server.Client.GetAsync("launches?limit=1");

        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal("/2.3.0/launches/?limit=1", response.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Unknown_Id_Is_Not_Found_In_Json()
    {
        await using var server = await SmallServer.StartAsync();

        using var response = await server.Client.GetAsync("agencies/999/");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        var body = await SmallServer.ReadAsync(response);
        Assert.Equal("No Agency matches the given query.", body.GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData("rockets/")]
    [InlineData("rockets")]
    [InlineData("launches/1/2/")]
    public async Task Unknown_Path_Is_Not_Found_In_Html(string path)
    {
        await using var server = await SmallServer.StartAsync();

        using var response = await server.Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("programs/?mode=detailed")]
    [InlineData("expeditions/?mode=list")]
    [InlineData("dashboard/starship/?mode=tiny")]
    public async Task Mode_That_Is_Not_Offered_Is_Refused(string path)
    {
        await using var server = await SmallServer.StartAsync();

        using var response = await server.Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(JsonValueKind.Array, (await SmallServer.ReadAsync(response)).GetProperty("mode").ValueKind);
    }

    [Fact]
    public async Task Docking_Events_Break_On_Mode_List()
    {
        await using var server = await SmallServer.StartAsync();

        using var response = await server.Client.GetAsync("docking_events/?mode=list");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Only_Reading_Is_Allowed()
    {
        await using var server = await SmallServer.StartAsync();

        using var post = await server.Client.PostAsync("launches/", null);
        using var options = await server.Client.SendAsync(new HttpRequestMessage(HttpMethod.Options, "launches/"));
        using var head = await server.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "launches/"));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, post.StatusCode);
        Assert.Equal(["GET", "HEAD", "OPTIONS"], post.Content.Headers.Allow);
        Assert.Equal(HttpStatusCode.OK, options.StatusCode);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.True(head.Content.Headers.ContentLength > 1000);
    }

    [Fact]
    public async Task Answers_Have_The_Headers_Of_The_Upstream()
    {
        await using var server = await SmallServer.StartAsync();

        using var response = await server.Client.GetAsync("launches/");

        Assert.Equal("application/json", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("Accept", response.Headers.Vary.ToString());
    }

    [Fact]
    public async Task Upcoming_Keeps_A_Day_Of_The_Past_Unless_It_Is_Hidden()
    {
        await using var server = await SmallServer.StartAsync();

        Assert.Equal(["Docking of Flavia 2", "Second walk"], await server.ColumnAsync("events/upcoming/"));
        Assert.Equal(["Second walk"], await server.ColumnAsync("events/upcoming/?hide_recent_previous=true"));
        Assert.Equal(["Docking of Flavia 2", "Walk"], await server.ColumnAsync("events/previous/"));
    }

    [Fact]
    public async Task Upcoming_And_Previous_Follow_The_Clock()
    {
        await using var server = await SmallServer.StartAsync();

        var before = await server.ColumnAsync("launches/upcoming/", "slug");
        server.Clock.Advance(TimeSpan.FromDays(60));
        var after = await server.ColumnAsync("launches/upcoming/", "slug");

        Assert.Equal(["flavia-3"], before);
        Assert.Empty(after);
        Assert.Equal(["flavia-3", "flavia-2", "flavia-1", "hop"], await server.ColumnAsync("launches/previous/", "slug"));
    }

    [Fact]
    public async Task Launch_Of_The_Last_Day_Is_Both_Upcoming_And_Previous()
    {
        await using var server = await SmallServer.StartAsync();

        server.Clock.Advance(TimeSpan.FromDays(30) + TimeSpan.FromHours(23));

        Assert.Equal(["flavia-3"], await server.ColumnAsync("launches/upcoming/", "slug"));
        Assert.Empty(await server.ColumnAsync("launches/upcoming/?hide_recent_previous=true", "slug"));
        Assert.Equal(["flavia-3"], await server.ColumnAsync("launches/previous/?limit=1", "slug"));
    }

    [Fact]
    public async Task Now_Stands_Above_The_Clock_And_Stands_Still()
    {
        var options = new StandInOptions { Now = new DateTimeOffset(2023, 3, 1, 0, 0, 0, TimeSpan.Zero) };
        await using var server = await SmallServer.StartAsync(options);

        server.Clock.Advance(TimeSpan.FromDays(500));

        Assert.Equal(["flavia-1", "flavia-2", "flavia-3"], await server.ColumnAsync("launches/upcoming/", "slug"));
        Assert.False((await server.GetAsync("astronauts/1/")).GetProperty("in_space").GetBoolean());
    }

    [Fact]
    public async Task Now_Leaves_The_Throttle_To_The_Clock()
    {
        var options = new StandInOptions { Now = SmallDataSet.Now.AddYears(-1), Throttle = 1 };
        await using var server = await SmallServer.StartAsync(options);

        await server.GetAsync("updates/");
        using var refused = await server.Client.GetAsync("updates/");
        server.Clock.Advance(TimeSpan.FromHours(1));
        using var allowed = await server.Client.GetAsync("updates/");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, allowed.StatusCode);
    }

    [Fact]
    public async Task Embedded_Data_Are_Told_As_Of_Their_Own_Last_Day()
    {
        await using var server = await StandInServer.StartAsync();
        using var client = new HttpClient { BaseAddress = server.BaseAddress };

        using var response = await client.GetAsync("expeditions/?space_station=4&is_active=true");

        var row = Assert.Single((await SmallServer.ReadAsync(response)).GetProperty("results").EnumerateArray());
        Assert.Equal("Expedition 74", row.GetProperty("name").GetString());
    }

    [Fact]
    public async Task Part_Of_A_Collection_Holds_Only_Its_Own_Records()
    {
        await using var server = await SmallServer.StartAsync();

        using var previous = await server.Client.GetAsync("launches/previous/11111111-1111-1111-1111-111111111111/");
        using var upcoming = await server.Client.GetAsync("launches/upcoming/11111111-1111-1111-1111-111111111111/");

        Assert.Equal(HttpStatusCode.OK, previous.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, upcoming.StatusCode);
    }

    [Fact]
    public async Task Dashboard_Is_A_List_Of_One()
    {
        await using var server = await SmallServer.StartAsync();

        var dashboard = await server.GetAsync("dashboard/starship/?mode=detailed");

        Assert.Equal("detailed", dashboard[0].GetProperty("response_mode").GetString());
        Assert.Equal(0, dashboard[0].GetProperty("upcoming").GetProperty("launches").GetArrayLength());
    }

    [Fact]
    public async Task Each_Call_Is_Told_And_What_Is_No_Call_Is_Not()
    {
        await using var server = await SmallServer.StartAsync();

        await server.GetAsync("launches/?limit=1");
        await server.GetAsync("api-throttle/");

        Assert.Equal(["/2.3.0/launches/?limit=1"], server.Requests);
    }

    [Fact]
    public async Task Option_Out_Of_Range_Is_Refused_At_Start()
    {
        var options = new StandInOptions { Faults = ["smoke"] };

        var exception = await Assert.ThrowsAsync<ArgumentException>(() => StandInServer.StartAsync(options));

        Assert.StartsWith(
            "A fault is one of bomb, drip, extra-fields, hang, html, nulls, oversized, redirect, reset, reset-half, status, throttled, truncate, wrong-json, "
            + "not 'smoke'.",
            exception.Message);
    }
}
