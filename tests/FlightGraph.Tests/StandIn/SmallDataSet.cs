using System.Text;
using FlightGraph.StandIn.Contract;
using FlightGraph.StandIn.Data;

namespace FlightGraph.Tests.StandIn;

/// <summary>A made-up world small enough to count by hand: one booster, one capsule, one crew of two, one station.</summary>
internal static class SmallDataSet
{
    /// <summary>Between the second flight of the capsule, which is docked, and the planned third launch.</summary>
    public static readonly DateTimeOffset Now = new(2024, 6, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Lazy<DataSet> Whole = new(() => Load());

    public static DataSet Instance => Whole.Value;

    /// <summary>The small world, with some of its files replaced or added.</summary>
    public static DataSet Load(params (string Path, string Content)[] changes) =>
        FixtureLoader.Load(Sources(changes), LaunchLibraryContract.Current);

    /// <summary>The errors that the changes bring, each as it is shown.</summary>
    public static IReadOnlyList<string> Errors(params (string Path, string Content)[] changes) =>
        [.. Assert.Throws<FixtureException>(() => Load(changes)).Errors.Select(error => error.ToString())];

    private static IReadOnlyList<FixtureSource> Sources((string Path, string Content)[] changes)
    {
        var files = new Dictionary<string, string>(Files);
        foreach (var (path, content) in changes)
            files[path] = content;
        return [.. files.Select(file => new FixtureSource(file.Key, Encoding.UTF8.GetBytes(file.Value)))];
    }

    private static readonly Dictionary<string, string> Files = new()
    {
        ["config/agency_types.json"] = """[{ "id": 1, "name": "Government" }, { "id": 3, "name": "Commercial" }]""",
        ["config/countries.json"] = """
            [
              { "id": 1, "name": "Ruritania", "alpha_2_code": "RR", "alpha_3_code": "RUR",
                "nationality_name": "Ruritanian" },
              { "id": 2, "name": "Grand Fenwick", "alpha_2_code": "GF", "alpha_3_code": "GFW",
                "nationality_name": "Fenwickian" }
            ]
            """,
        ["config/launch_statuses.json"] = """
            [
              { "id": 1, "name": "Go for Launch", "abbrev": "Go" },
              { "id": 3, "name": "Launch Successful", "abbrev": "Success" },
              { "id": 4, "name": "Launch Failure", "abbrev": "Failure" }
            ]
            """,
        ["config/orbits.json"] = """
            [
              { "id": 8, "name": "Low Earth Orbit", "abbrev": "LEO", "celestial_body": 1 },
              { "id": 15, "name": "Suborbital", "abbrev": "Sub", "celestial_body": 1 }
            ]
            """,
        ["config/astronaut_statuses.json"] = """[{ "id": 1, "name": "Active" }, { "id": 11, "name": "Deceased" }]""",
        ["config/astronaut_types.json"] = """[{ "id": 2, "name": "Government" }, { "id": 6, "name": "Non-Human" }]""",
        ["config/astronaut_roles.json"] = """[{ "id": 1, "role": "Commander", "priority": 0 }]""",
        ["config/spacecraft_statuses.json"] = """[{ "id": 1, "name": "Active" }]""",
        ["config/spacecraft_configuration_types.json"] = """[{ "id": 2, "name": "Capsule" }]""",
        ["config/program_types.json"] = """[{ "id": 2, "name": "Human Spaceflight" }]""",
        ["config/event_types.json"] = """[{ "id": 2, "name": "Docking" }, { "id": 3, "name": "EVA" }]""",
        ["config/payload_types.json"] = """[{ "id": 4, "name": "Technology Demonstrator" }]""",
        ["config/docking_locations.json"] = """[{ "id": 1, "name": "Fore", "spacestation": 1 }]""",
        ["config/landing_locations.json"] = """
            [{ "id": 1, "name": "Meadow", "active": true, "abbrev": "M", "celestial_body": 1, "location": 1 }]
            """,
        ["celestial_bodies.json"] = """
            [{ "id": 1, "name": "Earth", "diameter": 12742000, "mass": 5.972168e24, "length_of_day": "1 00:00:00" }]
            """,
        ["agencies.json"] = """
            [
              { "id": 1, "name": "Royal Space Office", "abbrev": "RSO", "type": 1, "country": [1], "featured": true,
                "founding_year": 1950 },
              { "id": 2, "name": "Rocket Works", "abbrev": "RW", "type": 3, "country": [1],
                "parent": "Royal Space Office", "founding_year": 1960 },
              { "id": 3, "name": "Fenwick Rockets", "abbrev": "FR", "country": [2] }
            ]
            """,
        ["locations.json"] = """
            [{ "id": 1, "name": "Strelsau, Ruritania", "active": true, "country": 1, "celestial_body": 1 }]
            """,
        ["pads.json"] = """
            [
              { "id": 1, "name": "Pad A", "active": true, "agencies": [1, 2], "country": 1, "location": 1,
                "latitude": 50.5, "longitude": 14.25 },
              { "id": 2, "name": "Pad B", "active": true, "agencies": [1], "country": 1, "location": 1 }
            ]
            """,
        ["launcher_configuration_families.json"] = """[{ "id": 1, "name": "Hentzau", "manufacturer": [2] }]""",
        ["launcher_configurations.json"] = """
            [{ "id": 1, "name": "Hentzau 1", "full_name": "Hentzau 1 Block A", "families": [1], "manufacturer": 2,
               "reusable": true, "program": [1] }]
            """,
        ["launchers.json"] = """
            [{ "id": 1, "serial_number": "H1-01", "launcher_config": 1 }, { "id": 2, "serial_number": "H1-02",
              "launcher_config": 1 }]
            """,
        ["missions.json"] = """
            [
              { "id": 1, "name": "Flavia 1", "type": "Human Exploration", "orbit": 8, "agencies": [1] },
              { "id": 2, "name": "Flavia 2", "type": "Human Exploration", "orbit": 8 },
              { "id": 3, "name": "Hop", "type": "Test Flight", "orbit": 15 },
              { "id": 4, "name": "Flavia 3", "type": "Human Exploration", "orbit": 8 }
            ]
            """,
        ["programs.json"] = """[{ "id": 1, "name": "Flavia", "type": 2, "agencies": [1], "mission_patches": [1] }]""",
        ["mission_patches.json"] = """
            [{ "id": 1, "name": "Flavia 1", "priority": 5, "image_url": "https://example.org/1.png", "agency": 1 }]
            """,
        ["updates.json"] = """
            [{ "id": 1, "comment": "Go for launch.", "created_by": "desk", "created_on": "2024-05-30T12:00:00Z" }]
            """,
        ["launches.json"] = """
            [
              // The hop is suborbital and fails.
              { "name": "Hentzau 1 | Hop", "slug": "hop", "status": 4, "last_updated": "2023-01-02T00:00:00Z",
                "net": "2023-01-01T00:00:00Z",
                "launch_service_provider": 2, "mission": 3, "pad": 2, "rocket": { "configuration": 1 } },
              { "id": "11111111-1111-1111-1111-111111111111", "name": "Hentzau 1 | Flavia 1", "slug": "flavia-1",
                "status": 3,
                "last_updated": "2023-06-02T00:00:00Z", "net": "2023-06-01T00:00:00Z", "launch_designator": "2023-001",
                "launch_service_provider": 2, "mission": 1, "pad": 1, "program": [1], "mission_patches": [1],
                "rocket": { "configuration": 1, "payloads": [1],
                  "launcher_stage": [{ "type": "Core", "launcher": 1, "landing": 1 }] } },
              { "name": "Hentzau 1 | Flavia 2", "slug": "flavia-2", "status": 3,
                "last_updated": "2024-05-02T00:00:00Z", "net": "2024-05-01T00:00:00Z",
                "launch_service_provider": 2, "mission": 2, "pad": 1, "program": [1], "updates": [1],
                "vid_urls": [{ "priority": 1, "url": "https://example.org/live" }],
                "rocket": { "configuration": 1,
                  "launcher_stage": [{ "type": "Core", "reused": true, "launcher": 1, "landing": 2 }] } },
              { "name": "Hentzau 1 | Flavia 3", "slug": "flavia-3", "status": 1,
                "last_updated": "2024-05-20T00:00:00Z", "net": "2024-07-01T00:00:00Z",
                "launch_service_provider": 2, "mission": 4, "pad": 1, "rocket": { "configuration": 1 } }
            ]
            """,
        ["landings.json"] = """
            [
              { "id": 1, "attempt": true, "success": true, "landing_location": 1 },
              { "id": 2, "attempt": true, "success": false, "landing_location": 1 },
              { "id": 3, "attempt": true, "success": true, "landing_location": 1, "description": "Capsule" }
            ]
            """,
        ["payloads.json"] = """[{ "id": 1, "name": "Beeper", "type": 4, "operator": 1, "manufacturer": 3 }]""",
        ["payload_flights.json"] = """[{ "id": 1, "amount": 1, "payload": 1, "launch": "flavia-1", "destination": "Orbit" }]""",
        ["spacecraft_configuration_families.json"] = """[{ "id": 1, "name": "Flavia", "manufacturer": 1 }]""",
        ["spacecraft_configurations.json"] = """
            [{ "id": 1, "name": "Flavia", "type": 2, "agency": 1, "family": [1], "in_use": true, "human_rated": true }]
            """,
        ["spacecraft.json"] = """
            [{ "id": 1, "name": "Flavia capsule", "serial_number": "F-1", "status": 1, "spacecraft_config": 1 }]
            """,
        ["astronauts.json"] = """
            [
              { "id": 1, "name": "Rudolf Rassendyll", "status": 1, "type": 2, "agency": 1,
                "date_of_birth": "1980-06-02", "nationality": [1] },
              { "id": 2, "name": "Fritz von Tarlenheim", "status": 11, "type": 2, "agency": 1,
                "date_of_birth": "1940-01-01", "date_of_death": "2023-12-31" },
              { "id": 3, "name": "Dummy", "status": 1, "type": 6 }
            ]
            """,
        ["spacecraft_flights.json"] = """
            [
              { "id": 1, "spacecraft": 1, "launch": "flavia-1", "mission_end": "2023-06-03T01:02:03Z", "landing": 3,
                "launch_crew": [{ "astronaut": 1, "role": 1 }, { "astronaut": 2 }] },
              { "id": 2, "spacecraft": 1, "launch": "flavia-2", "launch_crew": [{ "astronaut": 1, "role": 1 }] }
            ]
            """,
        ["space_stations.json"] = """
            [{ "id": 1, "name": "Zenda", "orbit": "Low Earth Orbit", "owners": [1, 3], "founded": "2020-01-01" }]
            """,
        ["docking_events.json"] = """
            [
              { "id": 1, "docking": "2023-06-02T00:00:00Z", "departure": "2023-06-02T12:00:00Z", "docking_location": 1,
                "flight_vehicle_chaser": 1, "space_station_target": 1 },
              { "id": 2, "docking": "2024-05-02T00:00:00Z", "docking_location": 1, "flight_vehicle_chaser": 2,
                "space_station_target": 1 }
            ]
            """,
        ["expeditions.json"] = """
            [
              { "id": 1, "name": "Zenda 1", "start": "2023-06-02T00:00:00Z", "end": "2023-06-02T12:00:00Z",
                "spacestation": 1,
                "crew": [{ "astronaut": 1 }, { "astronaut": 2 }] },
              { "id": 2, "name": "Zenda 2", "start": "2024-05-02T00:00:00Z", "spacestation": 1,
                "crew": [{ "astronaut": 1 }] }
            ]
            """,
        ["events.json"] = """
            [
              { "id": 1, "name": "Docking of Flavia 2", "slug": "docking-flavia-2", "type": 2,
                "date": "2024-05-31T12:00:00Z",
                "last_updated": "2024-05-31T12:00:00Z", "agencies": [1], "program": [1], "spacestations": [1] },
              { "id": 2, "name": "Walk", "slug": "walk", "type": 3, "date": "2023-06-02T06:00:00Z",
                "last_updated": "2023-06-02T06:00:00Z" },
              { "id": 3, "name": "Second walk", "slug": "second-walk", "type": 3, "date": "2024-08-01T00:00:00Z",
                "last_updated": "2024-05-01T00:00:00Z" }
            ]
            """,
        ["spacewalks.json"] = """
            [{ "id": 1, "name": "Walk", "start": "2023-06-02T06:00:00Z", "end": "2023-06-02T08:30:00Z",
               "spacestation": 1, "expedition": 1,
               "spacecraft_flight": 1, "event": 2, "program": [1], "crew": [{ "astronaut": 1 }] }]
            """,
    };
}
