namespace FlightGraph.Benchmarks.Calls;

/// <summary>The operations that tell: flat and deep, wide and narrow, of all that a frontend shows on one screen.</summary>
internal static class Operations
{
    /// <param name="launchIds">101 launches.</param>
    public static IReadOnlyList<Operation> All(IReadOnlyList<string> launchIds) =>
    [
        new("10 launches: name, date, status",
            "{ launches(first: 10) { nodes { name net status { name } } } }", 1),
        new("10 launches with pad, location, mission, provider",
            "{ launches(first: 10) { nodes { name pad { name location { name } } mission { name type } launchServiceProvider { name abbrev } } } }", 1),
        new("10 launches with crews, roles, biographies, videos",
            "{ launches(first: 10) { nodes { name flights { launchCrew { role { role } astronaut { name bio } } } vidUrls { title url } } } }", 1),
        new("100 flights with spacecraft, agency, pad, country",
            """
            { spacecraftFlights(first: 100) { nodes { destination
                spacecraft { name spacecraftConfig { name agency { name } } } launch { net pad { name country { name } } } } } }
            """, 1),
        new("100 flights with each launch's provider: founding year, administrator",
            """
            { spacecraftFlights(first: 100) { nodes { destination
                launch { name launchServiceProvider { name foundingYear administrator } } } } }
            """, 1),
        new("100 flights with each launch's provider and its count of launches",
            """
            { spacecraftFlights(first: 100) { nodes { destination
                launch { name launchServiceProvider { name foundingYear totalLaunchCount } } } } }
            """, 2),
        new("25 launches, each by an alias",
            $"{{ {string.Join(' ', launchIds.Take(25).Select((id, i) => $$"""l{{i}}: launch(id: "{{id}}") { name net pad { name } }"""))} }}", 1),
        new("101 launches through nodes",
            $$"""{ nodes(ids: [{{string.Join(", ", launchIds.Select(id => $"\"Launch:{id}\""))}}]) { ... on Launch { name net } } }""", 3),
        new("100 locations with their pads",
            "{ locations(first: 100) { nodes { name pads { name } } } }", 1),
        new("20 events with their launches",
            "{ events(first: 20) { nodes { name launches { name net } } } }", 1),
        new("20 events with their launches' missions",
            "{ events(first: 20) { nodes { name launches { name mission { name } } } } }", 2),
        new("an astronaut's flights with pads and crews",
            """
            { astronaut(id: 30007) { name flights { name pad { name location { name } } }
                spacecraftFlights { spacecraft { name } launchCrew { role { role } astronaut { name } } } } }
            """, 2),
        new("100 astronauts with their agencies' founding years",
            "{ astronauts(first: 100) { nodes { name agency { name foundingYear } } } }", 4),
        new("5 agencies with the first 5 launches of each",
            "{ agencies(first: 5) { nodes { name launches(first: 5) { nodes { name net } } } } }", 2),
        new("8 programs with the first 5 launches of each",
            "{ programs(first: 8) { nodes { name launches(first: 5) { nodes { name net } } } } }", 2),
        new("50 dockings with the two vehicles' launches",
            """
            { dockingEvents(first: 50) { nodes { docking chaser { ...Vehicle } target { ...Vehicle } } } }
            fragment Vehicle on DockingVehicle {
                ... on SpacecraftFlight { spacecraft { name } launch { name net } }
                ... on PayloadFlight { payload { name } launch { name net } }
                ... on SpaceStation { name founded } }
            """, 3),
        new("5 stations with expeditions and crews",
            "{ spaceStations(first: 5) { nodes { name expeditions(first: 10) { nodes { name start crew { astronaut { name } } } } } } }", 2),
        new("50 landings with place, booster and spacecraft",
            """
            { landings(first: 50) { nodes { success landingLocation { name }
                firststage { launcher { serialNumber } } spacecraftflight { spacecraft { name } launch { name } } } } }
            """, 1),
        new("a front page: launches, events, news, who is in space",
            """
            { launches(first: 5) { nodes { name net pad { name } } } events(first: 5) { nodes { name date } }
              updates(first: 5) { nodes { comment } } astronauts(first: 20) { nodes { name inSpace agency { name } } } }
            """, 4),
    ];
}
