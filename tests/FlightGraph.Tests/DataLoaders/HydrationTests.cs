using FlightGraph.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace FlightGraph.Tests.DataLoaders;

/// <summary>Fields that the document at hand does not carry are asked for, once each.</summary>
public sealed class HydrationTests : IAsyncLifetime
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
        Assert.Empty(upstream.Unannounced);
        await upstream.DisposeAsync();
    }

    [Fact]
    public async Task Present_Null_Asks_Nobody()
    {
        upstream.On("spacecraft_flights/7/", Documents.Flight);

        var answer = await gateway.QueryAsync("{ spacecraftFlight(id: 7) { turnAroundTime landing { id } spacecraft { serialNumber } } }");

        Assert.Equal("""{"spacecraftFlight":{"turnAroundTime":null,"landing":null,"spacecraft":{"serialNumber":null}}}""", answer.Data.GetRawText());
        Assert.Single(upstream.Requests);
    }

    [Fact]
    public async Task Several_Absent_Fields_Of_One_Object_Make_One_Call()
    {
        upstream.On("spacecraft_flights/7/", Documents.Flight)
            .On("spacecraft/31/", """{"id": 31, "description": "d", "status": {"id": 1, "name": "Active"}, "flights_count": 3}""");

        var answer = await gateway.QueryAsync("""
            { spacecraftFlight(id: 7) { spacecraft { description flightsCount status { name } } again: spacecraft { description } } }
            """);

        Assert.Equal(3, answer.At("spacecraftFlight.spacecraft.flightsCount").GetInt32());
        Assert.Equal("d", answer.At("spacecraftFlight.again.description").GetString());
        Assert.Equal(["spacecraft_flights/7/", "spacecraft/31/"], upstream.Requests);
    }

    [Fact]
    public async Task Object_Without_An_Endpoint_Is_Hydrated_Through_The_One_That_Holds_It()
    {
        const string LaunchId = "0d0acc45-bcf8-4d06-8093-be999f9233ba";
        upstream.On("spacecraft_flights/7/", Documents.Flight.Replace("\"probability\": -1", "\"rocket\": {\"id\": 197, \"configuration\": {\"id\": 103, \"name\": \"Vostok\"}}"))
            .On($"launches/{LaunchId}/", $$"""
                {"id": "{{LaunchId}}", "rocket": {"id": 197, "configuration": {"id": 103, "name": "Vostok"}, "launcher_stage": [{"id": 1, "type": "Core"}], "payloads": []} }
                """);

        var answer = await gateway.QueryAsync("{ spacecraftFlight(id: 7) { launch { rocket { configuration { name } launcherStage { type } } } } }");

        Assert.Equal("Core", answer.At("spacecraftFlight.launch.rocket.launcherStage.0.type").GetString());
        Assert.Equal("Vostok", answer.At("spacecraftFlight.launch.rocket.configuration.name").GetString());
        Assert.Equal(["spacecraft_flights/7/", $"launches/{LaunchId}/"], upstream.Requests);
    }

    [Fact]
    public async Task Object_Is_Exchanged_Whole_For_One_That_Has_All()
    {
        // The crew of a thin flight lacks its roles. One object never mixes two documents, so the order is the full one's.
        upstream.On("spacecraft_flights/", Documents.Page("""{"id": 7, "launch_crew": [{"id": 1, "astronaut": {"id": 84, "name": "A"}}, {"id": 2, "astronaut": {"id": 85, "name": "B"}}]}"""))
            .On("spacecraft_flights/7/", """
                {"id": 7, "launch_crew": [
                  {"id": 2, "role": {"id": 2, "role": "Pilot"}, "astronaut": {"id": 85, "name": "B"}},
                  {"id": 1, "role": {"id": 1, "role": "Commander"}, "astronaut": {"id": 84, "name": "A"}}]}
                """);

        var answer = await gateway.QueryAsync("{ spacecraftFlights { nodes { launchCrew { role { role } astronaut { name } } } } }");

        Assert.Equal(
            """[{"role":{"role":"Pilot"},"astronaut":{"name":"B"}},{"role":{"role":"Commander"},"astronaut":{"name":"A"}}]""",
            answer.At("spacecraftFlights.nodes.0.launchCrew").GetRawText());
    }

    [Fact]
    public async Task Stage_Of_A_Landing_Leads_Back_To_It()
    {
        upstream.On("landings/5/", """{"id": 5, "attempt": true, "firststage": {"id": 9, "type": "Core"}}""");

        var answer = await gateway.QueryAsync("{ landing(id: 5) { firststage { type landing { id attempt } } } }");

        Assert.Equal("""{"landing":{"firststage":{"type":"Core","landing":{"id":"Landing:5","attempt":true}}}}""", answer.Data.GetRawText());
    }

    [Fact]
    public async Task What_Is_Docked_At_A_Port_Comes_From_Its_Station()
    {
        upstream.On("docking_events/3/", """{"id": 3, "docking_location": {"id": 19, "name": "Harmony forward", "spacestation": {"id": 4, "name": "ISS"}}}""")
            .On("space_stations/4/", """
                {"id": 4, "docking_location": [{"id": 18, "currently_docked": null}, {"id": 19, "currently_docked": {"id": 77, "docking": "2026-07-14T10:00:00Z"}}]}
                """);

        var answer = await gateway.QueryAsync("{ dockingEvent(id: 3) { dockingLocation { currentlyDocked { id docking } } } }");

        Assert.Equal("""{"id":"DockingEvent:77","docking":"2026-07-14T10:00:00Z"}""", answer.At("dockingEvent.dockingLocation.currentlyDocked").GetRawText());
    }

    [Fact]
    public async Task Port_Of_No_Station_Has_Nothing_Docked()
    {
        upstream.On("docking_events/3/", """{"id": 3, "docking_location": {"id": 19, "name": "nose", "spacestation": null}}""");

        var answer = await gateway.QueryAsync("{ dockingEvent(id: 3) { dockingLocation { currentlyDocked { id } } } }");

        Assert.Equal("null", answer.At("dockingEvent.dockingLocation.currentlyDocked").GetRawText());
        Assert.Empty(answer.ErrorSummaries);
    }

    [Fact]
    public async Task Launches_Of_One_Level_Are_Asked_For_By_A_List_Of_Ids()
    {
        string[] ids = ["11111111-1111-1111-1111-111111111111", "22222222-2222-2222-2222-222222222222"];
        upstream.On("spacecraft_flights/", Documents.Page($$"""{"id": 1, "launch": {"id": "{{ids[0]}}"} }""", $$"""{"id": 2, "launch": {"id": "{{ids[1]}}"} }"""))
            .On("launches/", Documents.Page($$"""{"id": "{{ids[1]}}", "flightclub_url": "https://b.example"}""", $$"""{"id": "{{ids[0]}}", "flightclub_url": "https://a.example"}"""));

        var answer = await gateway.QueryAsync("{ spacecraftFlights { nodes { launch { flightclubUrl } } } }");

        Assert.Equal("""[{"launch":{"flightclubUrl":"https://a.example"}},{"launch":{"flightclubUrl":"https://b.example"}}]""", answer.At("spacecraftFlights.nodes").GetRawText());
        Assert.Equal(2, upstream.Requests.Count);
        Assert.Contains(upstream.Requests, request => request.StartsWith("launches/") && request.Contains($"id={ids[0]},{ids[1]}") && request.Contains("mode=detailed"));
    }

    [Fact]
    public async Task More_Ids_Than_An_Address_Holds_Make_Several_Calls()
    {
        upstream.On("launches/", async http =>
        {
            var ids = http.Request.Query["id"].ToString().Split(',');
            await http.Response.WriteAsJsonAsync(new { count = ids.Length, results = ids.Select(id => new { id, name = "Launch " + id[..2] }) });
        });
        var aliases = string.Join(' ', Enumerable.Range(10, 51).Select(i => $"l{i}: launch(id: \"{i}000000-0000-0000-0000-000000000000\") {{ name }}"));

        var answer = await gateway.QueryAsync($"{{ {aliases} }}");

        Assert.Empty(answer.ErrorSummaries);
        Assert.Equal("Launch 60", answer.At("l60.name").GetString());
        Assert.Equal(2, upstream.Requests.Count);
    }

    [Fact]
    public async Task Same_Key_Is_Fetched_Once_Within_A_Request()
    {
        upstream.On("agencies/63/", """{"id": 63, "name": "Roscosmos"}""");

        var answer = await gateway.QueryAsync("""{ a: agency(id: 63) { name } b: agency(id: "63") { name } c: agency(id: "Agency:63") { id } }""");

        Assert.Empty(answer.ErrorSummaries);
        Assert.Equal(["agencies/63/"], upstream.Requests);
    }

    [Fact]
    public async Task Requests_At_The_Same_Time_Share_A_Call()
    {
        var asked = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        upstream.On("agencies/63/", async http =>
        {
            asked.TrySetResult();
            await release.Task;
            await http.Response.WriteAsJsonAsync(new { id = 63, name = "Roscosmos" });
        });

        var queries = Enumerable.Range(0, 20).Select(_ => gateway.QueryAsync("{ agency(id: 63) { name } }")).ToList();
        await asked.Task;
        // Let the other requests arrive while the first one's call is still under way.
        await Task.WhenAny(Task.WhenAll(queries), Task.Delay(500));
        release.SetResult();
        var answers = await Task.WhenAll(queries);

        Assert.All(answers, answer => Assert.Equal("Roscosmos", answer.At("agency.name").GetString()));
        Assert.Single(upstream.Requests);
    }

    [Fact]
    public async Task Client_That_Goes_Away_Does_Not_End_The_Call_Of_Others()
    {
        var asked = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        upstream.On("agencies/63/", async http =>
        {
            asked.TrySetResult();
            await release.Task;
            await http.Response.WriteAsJsonAsync(new { id = 63, name = "Roscosmos" });
        });

        using var leaves = new CancellationTokenSource();
        var first = gateway.Http.GetAsync("/graphql?query={agency(id:63){name}}", leaves.Token);
        await asked.Task;
        var second = gateway.QueryAsync("{ agency(id: 63) { name } }");
        await leaves.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await Task.WhenAny(second, Task.Delay(300));
        release.SetResult();

        Assert.Equal("Roscosmos", (await second).At("agency.name").GetString());
        Assert.Single(upstream.Requests);
    }

    [Fact]
    public async Task List_Comes_In_The_Thinnest_Mode_That_Answers()
    {
        upstream.On("spacecraft_flights/?limit=10&mode=normal", Documents.Page("""{"id": 1, "destination": "Moon"}"""))
            .On("spacecraft_flights/?limit=10&mode=detailed", Documents.Page("""{"id": 1, "destination": "Moon", "launch_crew": []}"""));

        await gateway.QueryAsync("{ spacecraftFlights { nodes { destination } } }");
        await gateway.QueryAsync("query($crew: Boolean!) { spacecraftFlights { edges { node { destination launchCrew @include(if: $crew) { id } } } } }", new { crew = false });
        await gateway.QueryAsync("query($crew: Boolean!) { spacecraftFlights { ...F } } fragment F on SpacecraftFlightConnection { nodes { launchCrew @include(if: $crew) { id } } }", new { crew = true });

        // The second asks for no more than the first, whose answer is remembered.
        Assert.Equal(["spacecraft_flights/?limit=10&mode=normal", "spacecraft_flights/?limit=10&mode=detailed"], upstream.Requests);
    }
}
