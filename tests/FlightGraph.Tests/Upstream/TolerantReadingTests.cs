using System.Text;
using System.Text.Json;
using FlightGraph.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace FlightGraph.Tests.Upstream;

/// <summary>What the gateway makes of documents that are not as promised.</summary>
public sealed class TolerantReadingTests : IAsyncLifetime
{
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

    [Fact]
    public async Task Unknown_Fields_Are_Ignored()
    {
        upstream.On("spacecraft_flights/7/", Documents.Flight.Replace("\"id\": 7,", "\"id\": 7, \"grown_last_month\": {\"deep\": [1, {\"id\": 9}]}, \"another\": \"x\","));

        var answer = await gateway.QueryAsync("{ spacecraftFlight(id: 7) { destination launchCrew { role { role } } } }");

        Assert.Equal("""{"spacecraftFlight":{"destination":"Low Earth Orbit","launchCrew":[{"role":{"role":"Pilot"}}]}}""", answer.Data.GetRawText());
    }

    [Theory]
    [InlineData("{\"a\":", "}", 200)]
    [InlineData("[", "]", 900)]
    public async Task Unknown_Field_May_Nest_As_It_Likes(string open, string close, int times)
    {
        var deep = string.Concat(Enumerable.Repeat(open, times)) + "1" + string.Concat(Enumerable.Repeat(close, times));
        upstream.On("spacecraft_flights/7/", $$"""{"id": 7, "grown": {{deep}}, "destination": "Moon"}""")
            .On("spacecraft_flights/", Documents.Page($$"""{"id": 7, "grown": {{deep}}, "destination": "Moon"}"""));

        var answer = await gateway.QueryAsync("{ spacecraftFlight(id: 7) { destination } spacecraftFlights(first: 1) { nodes { destination } } }");

        Assert.Equal("""{"spacecraftFlight":{"destination":"Moon"},"spacecraftFlights":{"nodes":[{"destination":"Moon"}]}}""", answer.Data.GetRawText());
    }

    [Theory]
    [InlineData(320, "{\"pad\":{\"location\":{\"id\":\"Location:2\"}}}")]
    [InlineData(350, "{\"pad\":null}")]
    public async Task Known_Fields_That_Nest_Without_End_Break_Nothing(int times, string expected)
    {
        upstream.On("pads/1/", string.Concat(Enumerable.Repeat("""{"id": 1, "location": {"id": 2, "pads": [""", times)) + string.Concat(Enumerable.Repeat("]}}", times)));

        var answer = await gateway.QueryAsync("{ pad(id: 1) { location { id } } }");

        Assert.Equal(expected, answer.Data.GetRawText());
    }

    [Fact]
    public async Task Byte_Order_Mark_Is_Skipped()
    {
        upstream.On("spacecraft_flights/7/", "\uFEFF" + Documents.Flight);

        var answer = await gateway.QueryAsync("{ spacecraftFlight(id: 7) { destination } }");

        Assert.Equal("Low Earth Orbit", answer.At("spacecraftFlight.destination").GetString());
    }

    [Fact]
    public async Task Name_That_Is_No_Text_Is_One_More_Unknown_Field()
    {
        // Half a surrogate pair, and bytes that are no UTF-8.
        byte[] names = [.. "\"\\ud800\": 1, \"\\ud800name\": 1, \"count\\ud800\": 1, \"na"u8, 0xC3, 0x28, .. "\": 1,"u8];
        byte[] agency = [.. "{"u8, .. names, .. "\"id\": 1, \"name\": \"One\"}"u8];
        upstream.On("agencies/1/", agency).On("agencies/", [.. "{"u8, .. names, .. "\"count\": 1, \"results\": ["u8, .. agency, .. "]}"u8]);

        var answer = await gateway.QueryAsync("{ agency(id: 1) { name } agencies(first: 1) { nodes { name } } }");

        Assert.Equal("""{"agency":{"name":"One"},"agencies":{"nodes":[{"name":"One"}]}}""", answer.Data.GetRawText());
    }

    [Theory]
    [InlineData("")]
    [InlineData("\\n")]
    public async Task Bytes_That_Are_No_Utf8_Spoil_Their_Field_Alone(string escape)
    {
        upstream.On("spacecraft_flights/7/", [.. "{\"id\": 7, \"destination\": \"Mo"u8, 0xC3, 0x28, .. Encoding.UTF8.GetBytes(escape), .. "n\", \"turn_around_time\": \"P1D\"}"u8]);

        var answer = await gateway.QueryAsync("{ spacecraftFlight(id: 7) { destination turnAroundTime } }");

        Assert.Equal("""{"spacecraftFlight":{"destination":null,"turnAroundTime":"P1D"}}""", answer.Data.GetRawText());
        Assert.Equal(["UPSTREAM_MALFORMED at spacecraftFlight.destination"], answer.ErrorSummaries);
    }

    [Fact]
    public async Task Null_Where_None_Was_Promised_Nulls_That_Field_Alone()
    {
        upstream.On("spacecraft_flights/7/", """
            {"id": 7, "destination": null, "duration": null, "spacecraft": {"id": 31, "name": null, "in_space": null, "status": null}, "launch": null,
             "landing": null, "launch_crew": null, "docking_events": [null], "mission_end": "1963-06-19T11:06:00Z"}
            """);

        var answer = await gateway.QueryAsync("""
            { spacecraftFlight(id: 7) { missionEnd duration spacecraft { id name inSpace status { name } } launch { name } launchCrew { id } dockingEvents { id } } }
            """);

        Assert.Equal(
            """{"spacecraftFlight":{"missionEnd":"1963-06-19T11:06:00Z","duration":null,"spacecraft":{"id":"Spacecraft:31","name":null,"inSpace":null,"status":null},"launch":null,"launchCrew":null,"dockingEvents":[]}}""",
            answer.Data.GetRawText());
        Assert.Empty(answer.ErrorSummaries);
    }

    [Fact]
    public async Task Missing_Nested_Object_Is_Fetched()
    {
        upstream.On("spacecraft_flights/7/", Documents.Flight)
            .On("spacecraft/31/", """{"id": 31, "name": "Test Craft", "status": {"id": 4, "name": "Single Use"}}""");

        var answer = await gateway.QueryAsync("{ spacecraftFlight(id: 7) { spacecraft { name status { name } } } }");

        Assert.Equal("Single Use", answer.At("spacecraftFlight.spacecraft.status.name").GetString());
        Assert.Empty(answer.ErrorSummaries);
        Assert.Equal(["spacecraft_flights/7/", "spacecraft/31/"], upstream.Requests);
    }

    [Fact]
    public async Task Field_Missing_From_The_Full_Document_Too_Is_An_Error_At_Its_Path()
    {
        upstream.On("spacecraft_flights/7/", Documents.Flight).On("spacecraft/31/", """{"id": 31, "name": "Test Craft"}""");

        var answer = await gateway.QueryAsync("{ spacecraftFlight(id: 7) { destination spacecraft { name status { name } } } }");

        Assert.Equal(["UPSTREAM_MALFORMED at spacecraftFlight.spacecraft.status"], answer.ErrorSummaries);
        Assert.Equal("Low Earth Orbit", answer.At("spacecraftFlight.destination").GetString());
    }

    [Theory]
    [InlineData("<!DOCTYPE html><title>Maintenance</title>", "text/html")]
    [InlineData("<!DOCTYPE html><title>Maintenance</title>", "application/json")]
    [InlineData("{\"id\": 7, \"destination\": \"Low Ea", "application/json")]
    [InlineData("", "application/json")]
    [InlineData("null", "application/json")]
    [InlineData("[]", "application/json")]
    [InlineData("\"Low Earth Orbit\"", "application/json")]
    [InlineData("{}", "application/json")]
    [InlineData("{\"id\": null}", "application/json")]
    [InlineData("{\"id\": 8, \"destination\": \"elsewhere\"}", "application/json")]
    [InlineData("{\"id\": 7} {\"id\": 7}", "application/json")]
    [InlineData("{\"detail\": \"Not found.\"}", "application/json")]
    public async Task Answer_Of_Another_Shape_Is_An_Upstream_Error_Not_Data(string body, string contentType)
    {
        upstream.On("spacecraft_flights/7/", StatusCodes.Status200OK, body, contentType);

        var answer = await gateway.QueryAsync("{ spacecraftFlight(id: 7) { destination } }");

        Assert.Equal(["UPSTREAM_MALFORMED at spacecraftFlight"], answer.ErrorSummaries);
        Assert.Equal(JsonValueKind.Null, answer.At("spacecraftFlight").ValueKind);
        Assert.DoesNotContain("Maintenance", answer.ToString());
    }

    [Theory]
    [InlineData("{\"results\": []}")]
    [InlineData("{\"count\": 1}")]
    [InlineData("{\"count\": -1, \"results\": []}")]
    [InlineData("{\"count\": \"1\", \"results\": []}")]
    [InlineData("{\"count\": 1, \"results\": {}}")]
    [InlineData("[{\"id\": 7}]")]
    public async Task Page_Of_Another_Shape_Is_An_Upstream_Error(string body)
    {
        upstream.On("spacecraft_flights/", body);

        var answer = await gateway.QueryAsync("{ spacecraftFlights { nodes { id } } }");

        Assert.Equal(["UPSTREAM_MALFORMED at spacecraftFlights"], answer.ErrorSummaries);
    }

    [Fact]
    public async Task Row_That_Cannot_Be_Read_Is_Null_And_Spoils_No_Other()
    {
        upstream.On("spacecraft_flights/", Documents.Page(9, """{"id": 1, "destination": "Moon"}""", "\"what?\"", """{"destination": "no id"}""", """{"id": 4, "destination": "Mars"}"""));

        var answer = await gateway.QueryAsync("{ spacecraftFlights(first: 4) { totalCount nodes { destination } } }");

        Assert.Equal("""[{"destination":"Moon"},null,null,{"destination":"Mars"}]""", answer.At("spacecraftFlights.nodes").GetRawText());
        Assert.Equal(["UPSTREAM_MALFORMED at spacecraftFlights.nodes.1", "UPSTREAM_MALFORMED at spacecraftFlights.nodes.2"], answer.ErrorSummaries);
    }

    [Theory]
    [InlineData("destination", "destination", "17")]
    [InlineData("mission_end", "missionEnd", "\"yesterday\"")]
    [InlineData("mission_end", "missionEnd", "\"1963-13-45T99:00:00Z\"")]
    [InlineData("duration", "duration", "\"about a week\"")]
    [InlineData("duration", "duration", "\"P1Y2M\"")]
    [InlineData("launch_crew", "launchCrew { id }", "{\"id\": 1}")]
    [InlineData("launch_crew", "launchCrew { id }", "[\"Gagarin\"]")]
    [InlineData("spacecraft", "spacecraft { id }", "\"Vostok\"")]
    [InlineData("spacecraft", "spacecraft { id }", "{\"name\": \"without an id\"}")]
    [InlineData("destination", "destination", "\"\\ud800\"")]
    public async Task Value_That_A_Field_Cannot_Hold_Spoils_That_Field_Alone(string upstreamName, string selection, string value)
    {
        upstream.On("spacecraft_flights/7/", $$"""{"id": 7, "{{upstreamName}}": {{value}}, "turn_around_time": "P1D"}""");

        var answer = await gateway.QueryAsync($$"""{ spacecraftFlight(id: 7) { turnAroundTime {{selection}} } }""");

        Assert.Equal([$"UPSTREAM_MALFORMED at spacecraftFlight.{selection.Split(' ')[0]}"], answer.ErrorSummaries);
        Assert.Equal("P1D", answer.At("spacecraftFlight.turnAroundTime").GetString());
    }

    [Fact]
    public async Task Ways_Of_Writing_Nothing_Become_Null()
    {
        upstream.On("launches/0d0acc45-bcf8-4d06-8093-be999f9233ba/", """
            {"id": "0d0acc45-bcf8-4d06-8093-be999f9233ba", "name": "Test", "probability": -1, "failreason": "", "infographic": "", "hashtag": null}
            """);

        var answer = await gateway.QueryAsync("""{ launch(id: "0d0acc45-bcf8-4d06-8093-be999f9233ba") { name probability failreason infographic hashtag } }""");

        Assert.Equal("""{"launch":{"name":"Test","probability":null,"failreason":null,"infographic":null,"hashtag":null}}""", answer.Data.GetRawText());
    }

    [Theory]
    [InlineData("1 00:00:00", "P1D")]
    [InlineData("27 07:43:11.500000", "P27DT7H43M11.5S")]
    [InlineData("00:00:00", "P0D")]
    [InlineData("-1 02:03:04", "-P1DT2H3M4S")]
    [InlineData("P4DT23H7M2S", "P4DT23H7M2S")]
    [InlineData("-PT38M", "-PT38M")]
    public async Task Both_Notations_Of_A_Duration_Are_Read(string upstreamText, string expected)
    {
        upstream.On("celestial_bodies/1/", $$"""{"id": 1, "length_of_day": "{{upstreamText}}"}""");

        var answer = await gateway.QueryAsync("{ celestialBody(id: 1) { lengthOfDay } }");

        Assert.Equal(expected, answer.At("celestialBody.lengthOfDay").GetString());
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://example.org/file")]
    [InlineData("just text")]
    public async Task Address_That_Is_Not_Of_The_Web_Is_Not_Passed_On(string address)
    {
        upstream.On("programs/9/", $$"""{"id": 9, "wiki_url": "{{address}}"}""");

        var answer = await gateway.QueryAsync("{ program(id: 9) { wikiUrl } }");

        Assert.Equal(["UPSTREAM_MALFORMED at program.wikiUrl"], answer.ErrorSummaries);
    }
}
