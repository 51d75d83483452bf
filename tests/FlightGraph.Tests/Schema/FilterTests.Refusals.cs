namespace FlightGraph.Tests.Schema;

/// <summary>Conditions that are refused before any call.</summary>
public sealed partial class FilterTests
{
    [Theory]
    [InlineData("launches", "status: {in: []}", "1 to 100")]
    [InlineData("launches", "year: {in: []}", "1 to 100")]
    [InlineData("launches", "launchDesignator: {in: []}", "1 to 100")]
    [InlineData("launcherConfigurations", "family: {contains: []}", "1 to 100")]
    [InlineData("launches", "name: \"\"", "1 to 200")]
    [InlineData("launches", "name: \"  \"", "1 to 200")]
    [InlineData("agencies", "name: {contains: \"\\n\"}", "1 to 200")]
    [InlineData("launches", "launchDesignator: {in: [\"1963-020\", \"\"]}", "1 to 200")]
    [InlineData("launches", "launchDesignator: {in: [\"1963-020,1963-023\"]}", "comma")]
    [InlineData("agencies", "countryCode: {in: [\",\"]}", "comma")]
    [InlineData("launches", "pad: \"Agency:7\"", "Pad:63")]
    [InlineData("launches", "pad: \"seven\"", "Pad:63")]
    [InlineData("launches", "pad: \"\"", "Pad:63")]
    [InlineData("launches", "pad: -7", "Pad:63")]
    [InlineData("launches", "pad: \"7,8\"", "Pad:63")]
    [InlineData("launches", "status: {in: [3, \"Agency:4\"]}", "LaunchStatus:63")]
    [InlineData("launches", "id: {in: [5]}", "UUID")]
    [InlineData("updates", "launch: 5", "UUID")]
    [InlineData("launches", "hideRecentPrevious: true", "UPCOMING")]
    [InlineData("events", "hideRecentPrevious: false", "UPCOMING")]
    public async Task Value_That_A_Condition_Cannot_Take_Is_Refused(string list, string conditions, string message)
    {
        var answer = await gateway.QueryAsync($"{{ {list}(filter: {{{conditions}}}) {{ totalCount }} }}");

        Assert.Equal([$"BAD_USER_INPUT at {list}"], answer.ErrorSummaries);
        Assert.Contains(message, answer.Errors[0].GetProperty("message").GetString());
        Assert.Empty(upstream.Requests);
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public async Task Choice_Of_More_Than_100_Is_Refused(int count, bool isAnswered)
    {
        var answer = await gateway.QueryAsync("query($ids: [ID!]) { launches(filter: {launchServiceProvider: {in: $ids}}) { totalCount } }", new { ids = Enumerable.Range(1, count) });

        Assert.Equal(isAnswered ? [] : ["BAD_USER_INPUT at launches"], answer.ErrorSummaries);
        Assert.Equal(isAnswered ? 1 : 0, upstream.Requests.Count);
    }

    [Fact]
    public async Task Text_Of_More_Than_200_Characters_Is_Refused()
    {
        var answer = await gateway.QueryAsync("query($a: String, $b: String) { a: launches(filter: {name: $a}) { totalCount } b: launches(filter: {name: $b}) { totalCount } }",
            new { a = new string('a', 200), b = new string('b', 201) });

        Assert.Equal(["BAD_USER_INPUT at b"], answer.ErrorSummaries);
        Assert.Single(upstream.Requests);
    }

    [Theory]
    [InlineData("launches(window: PREVIOUS, filter: {hideRecentPrevious: true})", "launches")]
    [InlineData("events(window: ALL, filter: {hideRecentPrevious: true})", "events")]
    public async Task Condition_On_What_Is_To_Come_Goes_With_That_Window_Only(string field, string path)
    {
        var answer = await gateway.QueryAsync($"{{ {field} {{ totalCount }} }}");

        Assert.Equal([$"BAD_USER_INPUT at {path}"], answer.ErrorSummaries);
        Assert.Empty(upstream.Requests);
    }

    [Theory]
    [InlineData("agencies/63/", "agency(id: 63) { launches(filter: {launchServiceProvider: {in: [1]}}) { totalCount } }", "agency.launches")]
    [InlineData("agencies/63/", "agency(id: 63) { launches(filter: {launchServiceProvider: {in: [63]}}) { totalCount } }", "agency.launches")]
    [InlineData("pads/63/", "pad(id: 63) { launches(filter: {pad: 1}) { totalCount } }", "pad.launches")]
    [InlineData("programs/63/", "program(id: 63) { launches(filter: {program: {in: [1]}}, window: UPCOMING) { totalCount } }", "program.launches")]
    public async Task Condition_That_The_Edge_Sets_Itself_Is_Refused(string call, string field, string path)
    {
        upstream.On(call, """{"id": 63, "name": "N"}""");

        var answer = await gateway.QueryAsync($"{{ {field} }}");

        Assert.Equal([$"BAD_USER_INPUT at {path}"], answer.ErrorSummaries);
        Assert.Equal([call], upstream.Requests);
    }
}
