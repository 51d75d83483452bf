using System.Text.Json;

namespace FlightGraph.Tests.StandIn;

public sealed class ComputedFieldTests
{
    [Theory]
    [InlineData("agencies/2", "total_launch_count", "3")]
    [InlineData("agencies/2", "successful_launches", "2")]
    [InlineData("agencies/2", "failed_launches", "1")]
    [InlineData("agencies/2", "pending_launches", "1")]
    [InlineData("agencies/2", "consecutive_successful_launches", "2")]
    [InlineData("agencies/2", "attempted_landings", "2")]
    [InlineData("agencies/2", "consecutive_successful_landings", "0")]
    [InlineData("agencies/2", "attempted_landings_spacecraft", "0")]
    [InlineData("agencies/1", "attempted_landings_spacecraft", "1")]
    [InlineData("agencies/1", "spacecraft_list.#", "1")]
    [InlineData("agencies/2", "launcher_list.0.name", "Hentzau 1")]
    [InlineData("astronauts/1", "age", "43")]
    [InlineData("astronauts/1", "in_space", "True")]
    [InlineData("astronauts/1", "time_in_space", "P33DT1H2M3S")]
    [InlineData("astronauts/1", "eva_time", "PT2H30M")]
    [InlineData("astronauts/1", "flights_count", "2")]
    [InlineData("astronauts/1", "landings_count", "1")]
    [InlineData("astronauts/1", "spacewalks_count", "1")]
    [InlineData("astronauts/1", "first_flight", "2023-06-01T00:00:00Z")]
    [InlineData("astronauts/1", "last_flight", "2024-05-01T00:00:00Z")]
    [InlineData("astronauts/1", "flights.1.slug", "flavia-2")]
    [InlineData("astronauts/1", "landings.0.id", "1")]
    [InlineData("astronauts/2", "age", "83")]
    [InlineData("astronauts/2", "time_in_space", "P2DT1H2M3S")]
    [InlineData("astronauts/3", "time_in_space", "P0D")]
    [InlineData("astronauts/3", "age", "")]
    [InlineData("celestial_bodies/1", "total_attempted_launches", "3")]
    [InlineData("celestial_bodies/1", "total_attempted_landings", "3")]
    [InlineData("celestial_bodies/1", "failed_landings", "1")]
    [InlineData("celestial_bodies/1", "length_of_day", "1 00:00:00")]
    [InlineData("celestial_bodies/1", "locations.#", "1")]
    [InlineData("expeditions/1", "spacewalks.0.duration", "PT2H30M")]
    [InlineData("landings/2", "firststage.launcher_flight_number", "2")]
    [InlineData("landings/2", "firststage.previous_flight.slug", "flavia-1")]
    [InlineData("landings/2", "firststage.turn_around_time", "P335D")]
    [InlineData("landings/3", "spacecraftflight.id", "1")]
    [InlineData("landings/3", "firststage", "")]
    [InlineData("launcher_configuration_families/1", "total_launch_count", "3")]
    [InlineData("launcher_configurations/1", "fastest_turnaround", "P151D")]
    [InlineData("launchers/1", "flights", "2")]
    [InlineData("launchers/1", "flight_proven", "True")]
    [InlineData("launchers/1", "fastest_turnaround", "P335D")]
    [InlineData("launchers/1", "successful_landings", "1")]
    [InlineData("launchers/2", "flight_proven", "False")]
    [InlineData("launchers/2", "first_launch_date", "")]
    [InlineData("launches/11111111-1111-1111-1111-111111111111", "orbital_launch_attempt_count", "1")]
    [InlineData("launches/11111111-1111-1111-1111-111111111111", "agency_launch_attempt_count", "2")]
    [InlineData("launches/11111111-1111-1111-1111-111111111111", "agency_launch_attempt_count_year", "2")]
    [InlineData("launches/11111111-1111-1111-1111-111111111111", "pad_launch_attempt_count", "1")]
    [InlineData("launches/11111111-1111-1111-1111-111111111111", "pad_turnaround", "P0D")]
    [InlineData("launches/11111111-1111-1111-1111-111111111111", "window_end", "2023-06-01T00:00:00Z")]
    [InlineData("launches/11111111-1111-1111-1111-111111111111", "rocket.spacecraft_stage.0.id", "1")]
    [InlineData("launches/11111111-1111-1111-1111-111111111111", "rocket.payloads.0.payload.name", "Beeper")]
    [InlineData("locations/1", "total_launch_count", "3")]
    [InlineData("locations/1", "pads.#", "2")]
    [InlineData("mission_patches/1", "launches.0.slug", "flavia-1")]
    [InlineData("mission_patches/1", "program.0.name", "Flavia")]
    [InlineData("pads/2", "total_launch_count", "1")]
    [InlineData("pads/2", "orbital_launch_attempt_count", "0")]
    [InlineData("pads/1", "fastest_turnaround", "P335D")]
    [InlineData("space_stations/1", "docked_vehicles", "1")]
    [InlineData("space_stations/1", "onboard_crew", "1")]
    [InlineData("space_stations/1", "active_expeditions.0.name", "Zenda 2")]
    [InlineData("space_stations/1", "docking_location.0.currently_docked.id", "2")]
    [InlineData("spacecraft/1", "in_space", "True")]
    [InlineData("spacecraft/1", "time_in_space", "P33DT1H2M3S")]
    [InlineData("spacecraft/1", "time_docked", "P30DT12H")]
    [InlineData("spacecraft/1", "flights_count", "2")]
    [InlineData("spacecraft/1", "mission_ends_count", "1")]
    [InlineData("spacecraft/1", "fastest_turnaround", "P332DT22H57M57S")]
    [InlineData("spacecraft/1", "flights.#", "2")]
    [InlineData("spacecraft_configurations/1", "spacecraft_flown", "1")]
    [InlineData("spacecraft_configurations/1", "attempted_landings", "1")]
    [InlineData("spacecraft_configuration_families/1", "spacecraft.0.name", "Flavia")]
    [InlineData("spacecraft_flights/1", "duration", "P2DT1H2M3S")]
    [InlineData("spacecraft_flights/1", "turn_around_time", "")]
    [InlineData("spacecraft_flights/1", "landing_crew.#", "2")]
    [InlineData("spacecraft_flights/1", "docking_events.0.id", "1")]
    [InlineData("spacecraft_flights/2", "duration", "")]
    [InlineData("spacecraft_flights/2", "landing_crew.#", "0")]
    public async Task Figure_Is_Computed(string path, string field, string value)
    {
        await using var server = await SmallServer.StartAsync();

        var found = Walk(await server.GetAsync($"{path}/"), field);

        Assert.Equal(value, found);
    }

    [Fact]
    public async Task Time_Moves_Ages_And_Stays()
    {
        await using var server = await SmallServer.StartAsync();

        await server.GetAsync("astronauts/1/");
        server.Clock.Advance(TimeSpan.FromDays(1));
        var astronaut = await server.GetAsync("astronauts/1/");

        Assert.Equal(44, astronaut.GetProperty("age").GetInt32());
        Assert.Equal("P34DT1H2M3S", astronaut.GetProperty("time_in_space").GetString());
    }

    [Fact]
    public async Task Who_Comes_Down_With_Another_Flight_Stays_Until_Then()
    {
        await using var server = await SmallServer.StartAsync(data: SmallDataSet.Load(("spacecraft_flights.json", """
            [
              { "id": 1, "spacecraft": 1, "launch": "flavia-1", "mission_end": "2023-06-03T00:00:00Z",
                "launch_crew": [{ "astronaut": 1 }], "landing_crew": [] },
              { "id": 2, "spacecraft": 1, "launch": "flavia-2", "mission_end": "2024-05-11T00:00:00Z",
                "launch_crew": [], "landing_crew": [{ "astronaut": 1 }] }
            ]
            """)));

        var astronaut = await server.GetAsync("astronauts/1/");

        Assert.Equal("P345D", astronaut.GetProperty("time_in_space").GetString());
        Assert.False(astronaut.GetProperty("in_space").GetBoolean());
    }

    [Fact]
    public async Task Typed_Flight_Number_Tells_That_Flights_Are_Missing()
    {
        await using var server = await SmallServer.StartAsync(data: SmallDataSet.Load(("launches.json", """
            [
              { "name": "A", "slug": "flavia-1", "status": 3,
                "last_updated": "2023-06-02T00:00:00Z", "net": "2023-06-01T00:00:00Z",
                "rocket": { "configuration": 1, "payloads": [1],
                  "launcher_stage": [{ "type": "Core", "launcher": 1, "landing": 1 }] } },
              { "name": "B", "slug": "flavia-2", "status": 3,
                "last_updated": "2023-07-02T00:00:00Z", "net": "2023-07-01T00:00:00Z",
                "rocket": { "configuration": 1,
                  "launcher_stage": [{ "type": "Core", "launcher": 1, "landing": 2, "launcher_flight_number": 4 }] } },
              { "name": "C", "slug": "flavia-3", "status": 3,
                "last_updated": "2023-08-02T00:00:00Z", "net": "2023-08-01T00:00:00Z",
                "rocket": { "configuration": 1, "launcher_stage": [{ "type": "Core", "launcher": 1, "landing": 3 }] } }
            ]
            """)));

        var launches = (await server.GetAsync("launches/?mode=detailed&ordering=net")).GetProperty("results");
        var launcher = await server.GetAsync("launchers/1/");

        Assert.Equal(
            ["1  ", "4  ", "5 B P31D"],
            launches.EnumerateArray()
                .Select(launch => launch.GetProperty("rocket").GetProperty("launcher_stage")[0])
                .Select(stage => $"{Walk(stage, "launcher_flight_number")} {Previous(stage)} {Walk(stage, "turn_around_time")}"));
        Assert.Equal("5", Walk(launcher, "flights"));
        Assert.Equal("P31D", Walk(launcher, "fastest_turnaround"));

        static string Previous(JsonElement stage) =>
            stage.GetProperty("previous_flight") is { ValueKind: JsonValueKind.Object } launch ? Walk(launch, "name") : "";
    }

    /// <summary>A dot leads into a field or the n-th item; <c>#</c> counts. Null is empty.</summary>
    private static string Walk(JsonElement body, string path)
    {
        foreach (var step in path.Split('.'))
        {
            if (step == "#")
                return body.GetArrayLength().ToString();

            body = int.TryParse(step, out var index) ? body[index] : body.GetProperty(step);
        }

        return body.ToString();
    }
}
