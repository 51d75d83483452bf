using System.Text.Json;
using FlightGraph.Tests.Support;

namespace FlightGraph.Tests.Schema;

/// <summary>What is gathered out of the documents of an object rather than asked for by a filter.</summary>
public sealed partial class EdgeTests
{
    [Fact]
    public async Task Flights_And_Landings_Of_A_Launch_Come_With_It()
    {
        var id = LaunchId(1);
        upstream.On($"launches/{id}/", $$"""
            {"id": "{{id}}", "rocket": {"id": 1,
              "launcher_stage": [{"id": 1, "landing": {"id": 11} }, {"id": 2, "landing": null}],
              "spacecraft_stage": [{"id": 7, "landing": {"id": 12} }, {"id": 8, "landing": {"id": 11} }],
              "payloads": [{"id": 9, "landing": {"id": 13} }]} }
            """);

        var answer = await gateway.QueryAsync($"{{ launch(id: \"{id}\") {{ flights {{ id }} landings {{ id }} }} }}");

        Assert.Equal(
            """{"flights":[{"id":"SpacecraftFlight:7"},{"id":"SpacecraftFlight:8"}],"landings":[{"id":"Landing:11"},{"id":"Landing:12"},{"id":"Landing:13"}]}""",
            answer.At("launch").GetRawText());
        Assert.Single(upstream.Requests);
    }

    [Fact]
    public async Task Launch_Without_A_Rocket_Has_Nothing_Gathered()
    {
        var id = LaunchId(1);
        upstream.On($"launches/{id}/", $$"""{"id": "{{id}}", "rocket": null}""");

        var answer = await gateway.QueryAsync($"{{ launch(id: \"{id}\") {{ flights {{ id }} landings {{ id }} }} }}");

        Assert.Empty(answer.ErrorSummaries);
        Assert.Equal("""{"flights":[],"landings":[]}""", answer.At("launch").GetRawText());
    }

    [Fact]
    public async Task Flights_Of_Thin_Launches_Come_In_One_More_Call()
    {
        upstream.On("astronauts/84/", $$"""{"id": 84, "name": "V", "flights": [{"id": "{{LaunchId(1)}}", "name": "L1", "rocket": {"id": 1} }, {"id": "{{LaunchId(2)}}", "name": "L2", "rocket": {"id": 2} }]}""")
            .On("launches/", Documents.Page(
                $$"""{"id": "{{LaunchId(2)}}", "rocket": {"id": 2, "spacecraft_stage": [{"id": 72, "duration": "P1D"}]} }""",
                $$"""{"id": "{{LaunchId(1)}}", "rocket": {"id": 1, "spacecraft_stage": [{"id": 71, "duration": "P2D"}]} }"""));

        var answer = await gateway.QueryAsync("{ astronaut(id: 84) { flights { flights { id } } spacecraftFlights { id duration } } }");

        Assert.Empty(answer.ErrorSummaries);
        Assert.Equal("""[{"id":"SpacecraftFlight:71","duration":"P2D"},{"id":"SpacecraftFlight:72","duration":"P1D"}]""", answer.At("astronaut.spacecraftFlights").GetRawText());
        Assert.Equal("""[{"flights":[{"id":"SpacecraftFlight:71"}]},{"flights":[{"id":"SpacecraftFlight:72"}]}]""", answer.At("astronaut.flights").GetRawText());
        Assert.Equal(2, upstream.Requests.Count);
    }

    [Fact]
    public async Task List_Comes_As_Deep_As_What_Is_Gathered_From_It_Needs()
    {
        var (answer, calls) = await standIn.QueryAsync("{ launches(first: 5, filter: {isCrewed: true}) { nodes { flights { id duration } landings { id success } } } }");

        Assert.Empty(answer.ErrorSummaries);
        Assert.All(answer.At("launches.nodes").EnumerateArray(), launch => Assert.NotEmpty(launch.GetProperty("flights").EnumerateArray()));
        Assert.Single(calls);
        Assert.Contains("mode=detailed", calls[0]);
    }

    [Fact]
    public async Task Flights_Of_Real_People_Are_Those_Of_Their_Launches()
    {
        var (answer, calls) = await standIn.QueryAsync("{ astronauts(first: 5, filter: {hasFlown: true}) { nodes { flights { flights { id } } spacecraftFlights { id } } } }");

        Assert.Empty(answer.ErrorSummaries);
        Assert.All(answer.At("astronauts.nodes").EnumerateArray(), person => Assert.Equal(
            person.GetProperty("flights").EnumerateArray().SelectMany(launch => launch.GetProperty("flights").EnumerateArray()).Select(flight => flight.GetRawText()).Distinct(),
            person.GetProperty("spacecraftFlights").EnumerateArray().Select(flight => flight.GetRawText())));
        Assert.NotEmpty(answer.At("astronauts.nodes.0.spacecraftFlights").EnumerateArray());
        Assert.True(calls.Count <= 2, string.Join('\n', calls));
    }

    [Theory]
    [InlineData("flight_vehicle", "SpacecraftFlight", "duration", "P1D")]
    [InlineData("space_station", "SpaceStation", "name", "Mir")]
    [InlineData("payload_flight", "PayloadFlight", "destination", "Mir")]
    public async Task Vehicle_Of_A_Docking_Is_Whichever_Kind_There_Is(string kind, string type, string field, string value)
    {
        foreach (var side in new[] { "chaser", "target" })
        {
            var sides = from other in new[] { "flight_vehicle", "space_station", "payload_flight" }
                        from end in new[] { "chaser", "target" }
                        select $"\"{other}_{end}\": " + (other == kind && end == side ? $$"""{"id": 7, "{{field}}": "{{value}}" }""" : "null");
            upstream.On("docking_events/3/", $$"""{"id": 3, {{string.Join(", ", sides)}} }""");

            var answer = await gateway.QueryAsync("""
                { dockingEvent(id: 3) { chaser { ...V } target { ...V } } }
                fragment V on DockingVehicle { __typename ... on Node { id } ... on SpacecraftFlight { duration } ... on SpaceStation { name } ... on PayloadFlight { destination } }
                """);

            Assert.Empty(answer.ErrorSummaries);
            Assert.Equal($$"""{"__typename":"{{type}}","id":"{{type}}:7","{{field}}":"{{value}}"}""", answer.At($"dockingEvent.{side}").GetRawText());
            Assert.Equal(JsonValueKind.Null, answer.At($"dockingEvent.{(side == "chaser" ? "target" : "chaser")}").ValueKind);
        }

        Assert.Equal(["docking_events/3/", "docking_events/3/"], upstream.Requests);
    }

    [Fact]
    public async Task Docking_Of_Nothing_Known_Is_Null_On_Both_Sides()
    {
        upstream.On("docking_events/3/", """
            {"id": 3, "flight_vehicle_chaser": null, "space_station_chaser": null, "payload_flight_chaser": null, "space_station_target": null, "flight_vehicle_target": null, "payload_flight_target": null}
            """);

        var answer = await gateway.QueryAsync("{ dockingEvent(id: 3) { chaser { __typename } target { __typename } } }");

        Assert.Empty(answer.ErrorSummaries);
        Assert.Equal("""{"chaser":null,"target":null}""", answer.At("dockingEvent").GetRawText());
    }

    [Fact]
    public async Task Dockings_Of_A_List_Tell_Their_Vehicles_Without_Another_Call()
    {
        var (answer, calls) = await standIn.QueryAsync("{ dockingEvents(first: 20) { nodes { chaser { __typename ... on SpacecraftFlight { spacecraft { name } } } target { __typename ... on SpaceStation { name } } } } }");

        Assert.Empty(answer.ErrorSummaries);
        Assert.Single(calls);
    }

    [Fact]
    public async Task What_Cannot_Be_Gathered_Fails_Alone()
    {
        var id = LaunchId(1);
        upstream.On("spacecraft_flights/7/", $$"""{"id": 7, "duration": "P1D", "launch": {"id": "{{id}}", "name": "L"} }""").On($"launches/{id}/", 500, "{}");

        var answer = await gateway.QueryAsync("{ spacecraftFlight(id: 7) { duration launch { name flights { id } landings { id } } } }");

        Assert.Equal(["UPSTREAM_UNAVAILABLE at spacecraftFlight.launch.flights", "UPSTREAM_UNAVAILABLE at spacecraftFlight.launch.landings"], answer.ErrorSummaries.Order(StringComparer.Ordinal));
        Assert.Equal("""{"duration":"P1D","launch":{"name":"L","flights":null,"landings":null}}""", answer.At("spacecraftFlight").GetRawText());
        // What fails is tried once more.
        Assert.Equal(["spacecraft_flights/7/", $"launches/{id}/", $"launches/{id}/"], upstream.Requests);
    }
}
