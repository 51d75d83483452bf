namespace FlightGraph.Tests.Schema;

/// <summary>Orders, words to search for, and windows.</summary>
public sealed partial class FilterTests
{
    [Theory]
    [InlineData("launches", "{field: NAME}", "name,id")]
    [InlineData("launches", "{field: NAME, direction: ASC}", "name,id")]
    [InlineData("launches", "{field: NET, direction: DESC}", "-net,id")]
    [InlineData("launches", "[{field: NAME, direction: DESC}, {field: NET}]", "-name,net,id")]
    [InlineData("launches", "{field: ID, direction: DESC}", "-id")]
    [InlineData("launches", "[{field: ID}, {field: NAME}]", "id,name")]
    [InlineData("pads", "{field: LOCATION_NAME}", "location__name,id")]
    [InlineData("events", "{field: LAST_UPDATED, direction: DESC}", "-last_updated")]
    public async Task Order_Reaches_The_Upstream(string list, string order, string expected)
    {
        var answer = await gateway.QueryAsync($"{{ {list}(orderBy: {order}) {{ totalCount }} }}");

        Assert.Empty(answer.ErrorSummaries);
        Assert.Contains($"ordering={expected}", Assert.Single(upstream.Requests).Split('?', '&'));
    }

    [Theory]
    [InlineData("vostok", "vostok")]
    [InlineData("  vostok 5\\t", "vostok 5")]
    [InlineData("a, b", "a, b")]
    public async Task Words_Are_Searched_For_Trimmed(string words, string expected)
    {
        var answer = await gateway.QueryAsync($"{{ launches(search: \"{words}\") {{ totalCount }} }}");

        Assert.Empty(answer.ErrorSummaries);
        Assert.Contains($"search={expected}", Assert.Single(upstream.Requests).Split('?', '&'));
    }

    [Theory]
    [InlineData(0, ' ')]
    [InlineData(5, ' ')]
    [InlineData(101, 'a')]
    public async Task Words_Too_Many_Or_None_Are_Refused(int length, char character)
    {
        var answer = await gateway.QueryAsync("query($words: String) { launches(search: $words) { totalCount } }", new { words = new string(character, length) });

        Assert.Equal(["BAD_USER_INPUT at launches"], answer.ErrorSummaries);
        Assert.Contains("1 to 100", answer.Errors[0].GetProperty("message").GetString());
        Assert.Empty(upstream.Requests);
    }

    [Theory]
    [InlineData("launches", "UPCOMING", "launches/upcoming/")]
    [InlineData("launches", "PREVIOUS", "launches/previous/")]
    [InlineData("launches", "ALL", "launches/")]
    [InlineData("events", "UPCOMING", "events/upcoming/")]
    [InlineData("events", "PREVIOUS", "events/previous/")]
    [InlineData("events", "ALL", "events/")]
    public async Task Window_Is_A_Path(string list, string window, string path)
    {
        var answer = await gateway.QueryAsync($"{{ {list}(window: {window}) {{ totalCount }} }}");

        Assert.Empty(answer.ErrorSummaries);
        Assert.StartsWith(path + "?", Assert.Single(upstream.Requests));
    }

    [Fact]
    public async Task What_Is_Just_Past_Can_Be_Hidden_From_What_Is_To_Come()
    {
        await gateway.QueryAsync("{ launches(window: UPCOMING, filter: {hideRecentPrevious: true}) { totalCount } }");

        Assert.Equal(["launches/upcoming/?limit=1&mode=list&ordering=net,id&hide_recent_previous=true"], upstream.Requests);
    }

    [Fact]
    public async Task Null_Window_Is_All()
    {
        var answer = await gateway.QueryAsync("query($window: Window) { a: launches(window: $window) { totalCount } b: events(window: null) { totalCount } }");

        Assert.Empty(answer.ErrorSummaries);
        Assert.Equal(["events/?", "launches/?"], upstream.Requests.Select(request => request[..(request.IndexOf('?') + 1)]).Order(StringComparer.Ordinal));
    }
}
