using FlightGraph.StandIn.Data;

namespace FlightGraph.Tests.Planning;

/// <summary>Operations over all resources, with the calls that the gateway makes for each.</summary>
internal static class GoldenOperations
{
    private static readonly IReadOnlyList<string> LaunchIds = [.. DataSet.Current.All("Launch").Select(launch => launch.Id!.ToString()!)];

    private static readonly IReadOnlyList<string> PadIds = [.. DataSet.Current.All("Pad").Select(pad => $"Pad:{pad.Id}")];

    private const string SmallHere = "The collection is small here; the gateway expects LL2's, whose pages are more than the single calls.";

    private const string LargeThere = "The collection is small here; LL2's is large, or nobody knows how large, so the gateway does not think of reading it.";

    private const string RowsOfOwnKind = "The objects below are rows of the same list, which the gateway does not foresee when it chooses the mode.";

    public static IReadOnlyList<GoldenOperation> All { get; } =
    [
        // Launches and flights, as issue 4 names them.
        new("launches, thin", "{ launches(first: 10) { nodes { name net status { name } } } }", 1),
        new("launches with place, mission and provider", "{ launches(first: 10) { nodes { name pad { name location { name } } mission { name orbit { abbrev } } launchServiceProvider { name } } } }", 1),
        new("launches with crews and films", """
            { launches(first: 10) { nodes { name vidUrls { url title } rocket { spacecraftStage { launchCrew { role { role } astronaut { name bio } } } } } } }
            """, 1),
        new("a hundred flights", """
            { spacecraftFlights(first: 100) { nodes { destination spacecraft { name spacecraftConfig { agency { name } } } launch { name pad { name country { name } } } } } }
            """, 1),
        new("a hundred flights with whole providers", """
            { spacecraftFlights(first: 100) { nodes { destination launch { name launchServiceProvider { name foundingYear administrator } } } } }
            """, 1),
        new("launches by alias", $"{{ {string.Join(' ', LaunchIds.Take(25).Select((id, i) => $"l{i}: launch(id: \"{id}\") {{ name pad {{ name }} }}"))} }}", 1),
        new("101 launches by nodes", "query($ids: [ID!]!) { nodes(ids: $ids) { ... on Launch { name net } } }", 3, LargeThere)
        {
            Variables = new Dictionary<string, object?> { ["ids"] = LaunchIds.Take(101).Select(id => $"Launch:{id}").ToList<object?>() },
        },
        new("places with their pads", "{ locations(first: 100) { nodes { name pads { name } } } }", 1),
        new("events with launches", "{ events(first: 20) { nodes { name launches { name net } } } }", 1),
        new("events with launches and missions", "{ events(first: 20) { nodes { name launches { name net mission { name } } } } }", 2),
        new("an astronaut's flights with pads and crews", """
            { astronaut(id: 84) { name flights { name pad { name location { name } } rocket { spacecraftStage { launchCrew { role { role } astronaut { name } } } } } } }
            """, 2),

        // Ways into launches.
        new("launch by slug", "{ launch(by: { slug: \"vostok-k-vostok-5\" }) { name rocket { spacecraftStage { spacecraft { name } } } } }", 1),
        new("search", "{ launches(search: \"Apollo\", first: 5) { nodes { name pad { name } launchServiceProvider { administrator } } } }", 1),
        new("coming launches", "{ launches(window: UPCOMING, first: 5) { totalCount nodes { name net netPrecision { name } pad { location { name } } } } }", 1),
        new("launches under a filter", "{ launches(filter: { isCrewed: true, net: { gte: \"2020-01-01T00:00:00Z\" } }, orderBy: [{ field: NET, direction: DESC }], first: 10) { nodes { name program { name } } } }", 1),
        new("last launches", "{ launches(last: 5) { totalCount nodes { name net } } }", 1),
        new("last agencies", "{ agencies(last: 3) { nodes { name } } }", 1),
        new("fragments and conditions", """
            query($crew: Boolean!) { launches(first: 5) { edges { node { ...L } } } }
            fragment L on Launch { name rocket { ... @include(if: $crew) { spacecraftStage { launchCrew { astronaut { name } } } } configuration { fullName } } updates @skip(if: true) { comment } }
            """, 1)
        {
            Variables = new Dictionary<string, object?> { ["crew"] = false },
        },
        new("gathers of launches", "{ launches(first: 30) { nodes { name flights { destination landing { success } } landings { type { abbrev } landingLocation { name } } } } }", 1),
        new("makers of rockets", "{ launches(first: 20) { nodes { rocket { configuration { leoCapacity manufacturer { administrator country { name } } } } } } }", 1),
        new("gravity of the body gone round", "{ launches(first: 20) { nodes { mission { orbit { celestialBody { name gravity } } } } } }", 1),
        new("customers of missions", "{ launches(first: 50) { nodes { mission { agencies { administrator totalLaunchCount } } } } }", 1),

        // Agencies and people.
        new("agencies with launches and pads", "{ agencies(first: 10) { nodes { name launches(first: 2) { nodes { name pad { name location { name } } } } } } }", 3),
        new("agencies with all that they launched", "{ agencies(first: 5) { nodes { name launches(first: 100) { totalCount nodes { name } } } } }", 2),
        new("agencies in full", "{ agencies(first: 50) { nodes { name administrator successfulLaunches launcherList { fullName maidenFlight } spacecraftList { name capability } } } }", 1),
        new("agencies with people", "{ agencies(first: 5) { nodes { name astronauts(first: 3) { nodes { name timeInSpace } } } } }", 2),
        new("astronauts with flights", "{ astronauts(first: 20) { nodes { name flightsCount flights { name net } landings { missionEnd } spacewalks { duration } } } }", 1),
        new("who is in space", "{ astronauts(filter: { inSpace: true }, first: 20) { nodes { name spacecraftFlights { spacecraft { name } } } } }", 2),
        new("employers of astronauts", "{ astronauts(first: 20) { nodes { name agency { name foundingYear } } } }", 2),

        // Stations, expeditions, spacewalks, dockings.
        new("stations with expeditions and crews", "{ spaceStations(first: 12) { nodes { name expeditions(first: 3) { nodes { name crew { astronaut { name } } } } } } }", 2),
        new("what is docked", """
            { spaceStation(id: 4) { name dockingLocation { name currentlyDocked { docking chaser { __typename ... on SpacecraftFlight { id spacecraft { name } } ... on PayloadFlight { payload { name } } } } } } }
            """, 1),
        new("ports with what is docked", "{ dockingLocations { name currentlyDocked { docking } } }", 2),
        new("dockings with both sides", """
            { dockingEvents(first: 30) { nodes { docking chaser { __typename ... on SpacecraftFlight { destination spacecraft { name } } ... on PayloadFlight { destination } }
              target { __typename ... on SpaceStation { name founded } ... on SpacecraftFlight { spacecraft { name } } ... on PayloadFlight { payload { name } } } } } }
            """, 2),
        new("expeditions with crews and patches", "{ expeditions(first: 10) { nodes { name crew { role { role } astronaut { name } } missionPatches { imageUrl } spacewalks { duration } spacestation { owners { name } } } } }", 1),
        new("expeditions with sizes of stations", "{ expeditions(first: 32) { nodes { name spacestation { name height mass } } } }", 2),
        new("spacewalks with crews", "{ spacewalks(first: 63) { nodes { name duration crew { role { role } astronaut { name agency { name } } } event { name } spacestation { name } } } }", 1),
        new("spacewalks with flights and their crews", "{ spacewalks(first: 20) { nodes { name spacecraftFlight { destination launchCrew { astronaut { name } } } } } }", 1),
        new("mission patches with launches", "{ missionPatches(first: 15) { nodes { name launches { name pad { name } } program { name } } } }", 1),

        // Programs, events, updates.
        new("programs with events", "{ programs(first: 19) { nodes { name events(first: 2) { nodes { name date } } } } }", 2),
        new("programs with spacewalks", "{ programs(first: 5) { nodes { name spacewalks(first: 100) { totalCount nodes { name } } } } }", 2),
        new("agencies of programs", "{ programs(first: 19) { nodes { name agencies { name administrator } } } }", 2),
        new("events with stations in full", "{ events(first: 50) { nodes { name spacestations { name owners { name } } } } }", 2),
        new("coming events", "{ events(window: UPCOMING, first: 5) { nodes { name date type { name } updates { comment } } } }", 1),
        new("updates", "{ updates(first: 10) { nodes { comment createdBy createdOn } } }", 1),

        // Vehicles.
        new("spacecraft with flights and landings", "{ spacecrafts(first: 20) { nodes { name flights { destination launch { name } } landings(first: 1) { nodes { success } } } } }", 2),
        new("designs of spacecraft with vehicles", "{ spacecraftConfigurations(first: 4) { nodes { name capability spacecraft(first: 3) { nodes { name serialNumber } } } } }", 5, SmallHere),
        new("families of spacecraft", "{ spacecraftConfigurationFamilies(first: 6) { nodes { name spacecraftFlown spacecraft { name inUse } } } }", 1),
        new("boosters with landings", "{ launchers(first: 17) { nodes { serialNumber flights launcherConfig { fullName } landings(first: 100) { totalCount nodes { success } } } } }", 2),
        new("rockets with launches", "{ launcherConfigurations(first: 10) { nodes { fullName launches(first: 2) { nodes { name } } } } }", 2),
        new("families of rockets with makers", "{ launcherConfigurationFamilies(first: 17) { nodes { name manufacturer { name description } launcherConfigurations(first: 10) { nodes { fullName } } } } }", 2),
        new("landings with stages", "{ landings(first: 50) { nodes { success firststage { launcherFlightNumber launcher { serialNumber } landing { attempt } } spacecraftflight { spacecraft { name } } } } }", 1),
        new("a flight's sister flights", "{ spacecraftFlights(first: 10) { nodes { spacecraft { name flights { destination } } } } }", 2),
        new("payloads with flights", "{ payloads(first: 3) { nodes { name mass operator { name } flights(first: 2) { nodes { destination launch { name } } } } } }", 4, LargeThere),
        new("payload flights with dockings", "{ payloadFlights(first: 26) { nodes { destination payload { name description } launch { name } dockingEvents { docking } } } }", 1),

        // Places.
        new("pads by nodes", "query($ids: [ID!]!) { nodes(ids: $ids) { ... on Pad { name latitude totalLaunchCount } } }", 1)
        {
            Variables = new Dictionary<string, object?> { ["ids"] = PadIds.Take(20).ToList<object?>() },
        },
        new("pads with the pads around them", "{ pads(first: 37) { nodes { name location { name pads { name } } } } }", 2),
        new("places with pads page by page", "{ locations(first: 4) { nodes { name padConnection(first: 3) { nodes { name } } } } }", 2),
        new("celestial bodies with places", "{ celestialBodies { nodes { name gravity locations { name } } } }", 1),
        new("places to land with landings", "{ landingLocations { name landings(first: 1) { nodes { success } } } }", 3),

        // Many at once.
        new("word lists", "{ orbits { name abbrev } launchStatuses { name } countries { alpha3Code } }", 3),
        new("Starship", "{ starshipDashboard { updates { comment } vehicles { serialNumber } upcoming { launches { name pad { name } } } } }", 1),
        new("mixed nodes", """
            { nodes(ids: ["Agency:31", "SpaceStation:18", "Update:47005", "Payload:5", "Astronaut:84"]) {
              __typename id ... on Agency { name administrator } ... on SpaceStation { name } ... on Update { comment } ... on Payload { name cost } ... on Astronaut { name } } }
            """, 5),
        new("aliases of many resources", """
            { a: agency(id: 31) { administrator } b: spaceStation(id: 4) { owners { name } } c: update(id: 47005) { comment } d: payload(id: 5) { name } locations { totalCount } }
            """, 5),

        // Further down.
        new("launches of programs with whole providers", "{ programs(first: 3) { nodes { name launches(first: 100) { nodes { name launchServiceProvider { name administrator } } } } } }", 2),
        new("people with expeditions and spacewalks", "{ astronauts(first: 3) { nodes { name expeditions(first: 2) { nodes { name start } } spacewalkConnection(first: 100) { totalCount nodes { name } } } } }", 3),
        new("a launch with notes", "query($id: ID!) { launch(id: $id) { name updates { comment } updateConnection(first: 2) { totalCount nodes { comment } } } }", 2)
        {
            Variables = new Dictionary<string, object?> { ["id"] = LaunchIds[^1] },
        },
        new("dockings with crews of both sides", "{ dockingEvents(first: 10) { nodes { docking flightVehicleChaser { launchCrew { astronaut { name } } } flightVehicleTarget { launchCrew { astronaut { name } } } } } }", 2),
        new("crews of docked vehicles", "{ spaceStation(id: 4) { name activeDockingEvents { docking chaser { ... on SpacecraftFlight { launchCrew { astronaut { name } } } } } } }", 2),
        new("agencies of events", "{ events(first: 30) { nodes { name agencies { name foundingYear } astronauts { name bio } } } }", 8, SmallHere),
        new("landings of spacecraft with crews", "{ landings(first: 40) { nodes { success spacecraftflight { launchCrew { role { role } astronaut { name } } launch { name pad { name } } } } } }", 1),
        new("boosters of a rocket and their last launches", "{ launcherConfigurations(first: 26) { nodes { fullName launchers(first: 100) { nodes { serialNumber status { name } landings(first: 100) { nodes { success landingLocation { name } } } } } } } }", 3),
        new("launches with boosters and earlier flights", "{ launches(first: 100, orderBy: [{ field: NET, direction: DESC }]) { nodes { name rocket { launcherStage { reused launcher { serialNumber flights } previousFlight { name net } } } } } }", 1),
        new("a hundred flights with rockets in full", "{ spacecraftFlights(first: 100) { nodes { launch { name rocket { configuration { fullName leoCapacity length } } } } } }", 2),
        new("events with launches and whole providers", "{ events(first: 20) { nodes { name launches { launchServiceProvider { name administrator } rocket { launcherStage { type } } } } } }", 2),
        new("flights of launches and back", "{ launches(first: 20, filter: { isCrewed: true }) { nodes { name flights { destination launch { name } } } } }", 1),
        new("pads of places and back", "{ locations(first: 100) { nodes { name pads { name location { name } } } } }", 1),
        new("landings of flights and back", "{ spacecraftFlights(first: 20) { nodes { landing { success spacecraftflight { destination } } } } }", 1),
        new("crews that came down together", "{ astronauts(first: 5) { nodes { landings { launchCrew { astronaut { name } } launch { name } } } } }", 2),
        new("one list by two names", "{ a: launches(first: 10) { nodes { name } } b: launches(first: 10) { nodes { name pad { name } } } }", 1),
        new("one list in two lengths", "{ a: agencies(first: 5) { nodes { name } } b: agencies(first: 20) { nodes { name } } }", 1),
        new("makers of spacecraft", "{ spacecrafts(first: 30) { nodes { name spacecraftConfig { name capability agency { name administrator } } } } }", 1),
        new("families and parents", "{ launcherConfigurationFamilies(first: 17) { nodes { name parent { name description } } } }", 2, RowsOfOwnKind),
        new("stations of expeditions of patches", "{ missionPatches(first: 15) { nodes { name expeditions { name spacestation { name owners { name } } crew { astronaut { name } } } } } }", 2),
        new("only a count", "{ launches { totalCount } astronauts { totalCount } }", 2),
        new("pads with launches", "{ pads(first: 2) { nodes { name launches(first: 1) { nodes { name } } } } }", 3),
        new("spacewalks with expeditions' crews", "{ spacewalks(first: 63) { nodes { name expedition { name crew { astronaut { name } } } } } }", 2),
        new("programs of payloads", "{ payloads(first: 26) { nodes { name program { name description } operator { name administrator } } } }", 1),
    ];
}
