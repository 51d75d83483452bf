using FlightGraph.Tests.Support;
using FlightGraph.Upstream.Requests;

namespace FlightGraph.Tests.Upstream;

/// <summary>Calls go to the paths of the contract and nowhere else, whatever an id or an answer says.</summary>
public sealed class AddressTests
{
    [Theory]
    [InlineData("44/../../admin")]
    [InlineData("../44")]
    [InlineData("44/launches")]
    [InlineData("..\\44")]
    [InlineData("%2e%2e%2f44")]
    [InlineData("44?mode=list")]
    [InlineData("44#part")]
    [InlineData("//elsewhere.invalid/")]
    [InlineData("http://elsewhere.invalid/")]
    [InlineData("44;a=b&c=d")]
    [InlineData("44\r\nHost: elsewhere.invalid")]
    [InlineData("Союз ☄")]
    public async Task Id_Is_One_Step_Of_The_Path_And_Nothing_Else(string id)
    {
        var network = new ScriptedNetwork(ScriptedNetwork.Status(404));
        await using var http = new HttpUnderTest(network);

        await http.Client.GetAsync(http.Contract.Resource("agencies"), id, Projection.Nothing, Terms.OfClient, default);

        var address = await network.ArrivalAsync();
        Assert.Equal("upstream.invalid", address.Host);
        Assert.Equal(["/", "2.3.0/", "agencies/", $"{Uri.EscapeDataString(id)}/"], address.Segments);
        Assert.Equal("", address.Query + address.Fragment);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task Id_That_Would_Climb_Is_Not_Asked_For(string id)
    {
        var network = new ScriptedNetwork(ScriptedNetwork.Json());
        await using var http = new HttpUnderTest(network);

        var result = await http.Client.GetAsync(http.Contract.Resource("agencies"), id, Projection.Nothing, Terms.OfClient, default);

        Assert.False(result.IsFound);
        Assert.Null(result.Error);
        Assert.Equal(0, network.Attempts);
    }

    [Theory]
    [InlineData("a&mode=list#part")]
    [InlineData("%26mode=list")]
    [InlineData("Союз / ☄ ?")]
    public async Task Value_Is_One_Parameter_And_Nothing_Else(string words)
    {
        var network = new ScriptedNetwork(ScriptedNetwork.Json(Documents.Page()));
        await using var http = new HttpUnderTest(network);
        var agencies = http.Contract.Resource("agencies");

        await http.Client.GetPageAsync(new PageRequest { Resource = agencies, Mode = agencies.Fullest, Limit = 5, Search = words }, Projection.Nothing, Terms.OfClient, default);

        var address = await network.ArrivalAsync();
        Assert.Equal("/2.3.0/agencies/", address.AbsolutePath);
        var asked = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(address.Query);
        Assert.Equal(["limit", "mode", "search"], asked.Keys.Order());
        Assert.Equal(words, asked["search"]);
        Assert.Equal("", address.Fragment);
    }

    [Theory]
    [InlineData("http://elsewhere.invalid/2.3.0/agencies/")]
    [InlineData("//elsewhere.invalid/2.3.0/agencies/")]
    [InlineData("http://upstream.invalid:81/2.3.0/agencies/")]
    [InlineData("https://upstream.invalid/2.3.0/agencies/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/admin/")]
    [InlineData("../admin/")]
    [InlineData("agencies/../../admin/")]
    public async Task Question_That_Leads_Out_Is_A_Bug(string path)
    {
        var network = new ScriptedNetwork(ScriptedNetwork.Json());
        await using var http = new HttpUnderTest(network);

        await Assert.ThrowsAsync<ArgumentException>(() => http.GetAsync(path));

        Assert.Equal(0, network.Attempts);
    }

    [Fact]
    public async Task Next_And_Previous_Of_A_Page_Are_Never_Followed()
    {
        await using var elsewhere = await ScriptedUpstream.StartAsync();
        await using var upstream = await ScriptedUpstream.StartAsync();
        upstream.On("agencies/", async http =>
        {
            var offset = int.Parse(http.Request.Query["offset"].FirstOrDefault() ?? "0");
            var limit = int.Parse(http.Request.Query["limit"]!);
            var rows = Enumerable.Range(1 + offset, Math.Min(limit, 150 - offset)).Select(id => $$"""{"id": {{id}}, "name": "A{{id}}"}""");
            http.Response.ContentType = "application/json";
            await http.Response.Body.WriteAsync(System.Text.Encoding.UTF8.GetBytes(
                $$"""{"count": 150, "next": "{{elsewhere.BaseAddress}}agencies/", "previous": "{{elsewhere.BaseAddress}}agencies/", "results": [{{string.Join(',', rows)}}]}"""));
        });
        await using var gateway = await Gateway.StartAsync(upstream.BaseAddress);

        var first = await gateway.QueryAsync("{ agencies(first: 100) { pageInfo { hasNextPage endCursor } nodes { id } } }");
        var cursor = first.At("agencies.pageInfo.endCursor").GetString();
        var second = await gateway.QueryAsync($$"""{ agencies(first: 100, after: "{{cursor}}") { pageInfo { hasNextPage } nodes { id } } }""");

        Assert.Equal(50, second.At("agencies.nodes").GetArrayLength());
        Assert.False(second.At("agencies.pageInfo.hasNextPage").GetBoolean());
        Assert.NotEmpty(upstream.Requests);
        Assert.Empty(elsewhere.Requests);
    }
}
