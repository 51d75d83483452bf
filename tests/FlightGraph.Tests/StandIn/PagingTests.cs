using System.Net;
using System.Text.Json;
using FlightGraph.StandIn;

namespace FlightGraph.Tests.StandIn;

public sealed class PagingTests
{
    [Fact]
    public async Task Envelope_Has_Full_Addresses_With_Limit_And_Sorted_Parameters()
    {
        await using var server = await SmallServer.StartAsync();

        var first = await server.GetAsync("launches/?mode=list&limit=2&format=json");
        var second = await server.GetAsync("launches/?offset=2&mode=list&limit=2");

        Assert.Equal(4, first.GetProperty("count").GetInt32());
        Assert.Equal(
            $"{server.BaseAddress}launches/?format=json&limit=2&mode=list&offset=2", first.GetProperty("next").GetString());
        Assert.Equal(JsonValueKind.Null, first.GetProperty("previous").ValueKind);
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next").ValueKind);
        Assert.Equal($"{server.BaseAddress}launches/?limit=2&mode=list", second.GetProperty("previous").GetString());
    }

    [Fact]
    public async Task Limit_Is_Ten_Unless_Asked_For()
    {
        await using var server = await SmallServer.StartAsync(data: SmallDataSet.Load(ManyUpdates(150)));

        var page = await server.GetAsync("updates/");

        Assert.Equal(10, page.GetProperty("results").GetArrayLength());
        Assert.Equal($"{server.BaseAddress}updates/?limit=10&offset=10", page.GetProperty("next").GetString());
    }

    [Fact]
    public async Task Limit_Above_A_Hundred_Is_Clamped()
    {
        await using var server = await SmallServer.StartAsync(data: SmallDataSet.Load(ManyUpdates(150)));

        var page = await server.GetAsync("updates/?limit=1000");

        Assert.Equal(100, page.GetProperty("results").GetArrayLength());
        Assert.Equal($"{server.BaseAddress}updates/?limit=100&offset=100", page.GetProperty("next").GetString());
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=-5")]
    [InlineData("limit=many&offset=some")]
    public async Task Paging_That_Makes_No_Sense_Is_Ignored(string query)
    {
        await using var server = await SmallServer.StartAsync();

        Assert.Equal(4, (await server.ColumnAsync($"launches/?{query}")).Length);
    }

    [Fact]
    public async Task Offset_Past_The_End_Gives_An_Empty_Page()
    {
        await using var server = await SmallServer.StartAsync();

        var page = await server.GetAsync("launches/?offset=90");

        Assert.Equal(4, page.GetProperty("count").GetInt32());
        Assert.Equal(0, page.GetProperty("results").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, page.GetProperty("next").ValueKind);
    }

    [Fact]
    public async Task Shuffle_Moves_Only_Lists_Without_An_Ordering()
    {
        var options = new StandInOptions { Shuffle = true };
        await using var server = await SmallServer.StartAsync(options, SmallDataSet.Load(ManyUpdates(50)));

        var first = await server.ColumnAsync("updates/?limit=100", "id");
        var second = await server.ColumnAsync("updates/?limit=100", "id");
        var ordered = await server.ColumnAsync("updates/?limit=100&ordering=created_on", "id");

        Assert.NotEqual(first, second);
        Assert.Equal(first.Order(), second.Order());
        Assert.Equal(Enumerable.Range(1, 50).Select(id => id.ToString()), ordered);
    }

    [Fact]
    public async Task Shift_Puts_A_New_Launch_In_Front_After_Every_So_Many_Lists()
    {
        await using var server = await SmallServer.StartAsync(new StandInOptions { Shift = 2 });

        var pages = new List<string>();
        for (var i = 0; i < 5; i++)
            pages.Add(string.Join(' ', await server.ColumnAsync("launches/?limit=3&ordering=-net", "slug")));

        Assert.Equal(
            [
                "flavia-3 flavia-2 flavia-1",
                "flavia-3 flavia-2 flavia-1",
                "newcomer-1 flavia-3 flavia-2",
                "newcomer-1 flavia-3 flavia-2",
                "newcomer-2 newcomer-1 flavia-3",
            ],
            pages);
    }

    [Fact]
    public async Task New_Launch_Is_Filtered_And_Retrieved_Like_Any_Other()
    {
        await using var server = await SmallServer.StartAsync(new StandInOptions { Shift = 1 });

        await server.GetAsync("launches/");
        var id = Assert.Single(await server.ColumnAsync("launches/?search=newcomer", "id"));
        var detail = await server.GetAsync($"launches/{id}/");

        Assert.Equal("Newcomer 1", detail.GetProperty("name").GetString());
        Assert.Equal(["flavia-2"], await server.ColumnAsync("launches/?slug=flavia-2", "slug"));
        Assert.Equal(["flavia-3"], await server.ColumnAsync("launches/upcoming/", "slug"));
        Assert.Equal(3, (await server.ColumnAsync("events/")).Length);
    }

    [Fact]
    public async Task Urls_Repeat_Host_And_Format_Of_The_Caller()
    {
        await using var server = await SmallServer.StartAsync();

        var plain = await server.GetAsync("spacecraft/1/");
        var json = await server.GetAsync("spacecraft/1/?format=json");

        Assert.Equal($"{server.BaseAddress}spacecraft/1/", plain.GetProperty("url").GetString());
        Assert.Equal(
            $"{server.BaseAddress}spacecraft_configurations/1/?format=json",
            json.GetProperty("spacecraft_config").GetProperty("url").GetString());
    }

    [Fact]
    public async Task Hundred_Detailed_Launches_Come_At_Once()
    {
        await using var server = await StandInServer.StartAsync();
        using var client = new HttpClient { BaseAddress = server.BaseAddress, Timeout = TimeSpan.FromSeconds(5) };

        using var response = await client.GetAsync("launches/?mode=detailed&limit=100");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Callers_At_Once_Get_The_Same_Body()
    {
        // A data set of its own, so that all of them find nothing computed yet.
        await using var server = await SmallServer.StartAsync(data: SmallDataSet.Load());

        var bodies = await Task.WhenAll(Enumerable.Range(0, 50)
            .Select(_ => server.Client.GetStringAsync("astronauts/?mode=detailed")));

        Assert.Single(bodies.Distinct());
    }

    private static (string Path, string Content) ManyUpdates(int count)
    {
        var rows = Enumerable.Range(1, count)
            .Select(id => $$"""{ "id": {{id}}, "created_on": "2024-01-01T00:{{id / 60:00}}:{{id % 60:00}}Z" }""");
        return ("updates.json", $"[{string.Join(",\n", rows)}]");
    }
}
