namespace FlightGraph.Benchmarks.Day;

/// <summary>The operations of the site's pages.</summary>
internal static class Pages
{
    public const string Front = """
        query Front {
          launches(window: UPCOMING, first: 6) {
            nodes { id name net status { abbrev } image { thumbnailUrl } pad { name location { name } } launchServiceProvider { name } }
          }
          events(window: UPCOMING, first: 4) { nodes { id name date type { name } location } }
          updates(first: 5, orderBy: { field: CREATED_ON, direction: DESC }) { nodes { comment createdBy createdOn infoUrl } }
        }
        """;

    public const string Next = """
        query Next {
          launches(window: UPCOMING, first: 1, filter: { hideRecentPrevious: true }) {
            nodes {
              id name net netPrecision { name } windowStart windowEnd status { name abbrev } probability weatherConcerns webcastLive
              launchServiceProvider { name } rocket { configuration { fullName } } mission { name type orbit { name } }
              pad { name location { name } } vidUrls { title url }
            }
          }
        }
        """;

    public const string Launch = """
        query Launch($id: ID!) {
          launch(id: $id) {
            id name net netPrecision { name } windowStart windowEnd status { name abbrev description } probability weatherConcerns webcastLive
            image { imageUrl credit } launchServiceProvider { id name abbrev } mission { name type description orbit { name } }
            rocket { configuration { id fullName } launcherStage { launcher { serialNumber } landing { success landingLocation { name } } } }
            pad { id name latitude longitude location { name } } program { name }
            flights { spacecraft { name } launchCrew { role { role } astronaut { id name } } }
            vidUrls { title url } infoUrls { title url } updates { comment createdOn infoUrl }
          }
        }
        """;

    public const string Countdown = "query Countdown($id: ID!) { launch(id: $id) { name net status { abbrev } webcastLive probability } }";

    /// <summary>Walked page by page.</summary>
    public const string Past = """
        query Past($after: String) {
          launches(window: PREVIOUS, first: 20, after: $after, orderBy: { field: NET, direction: DESC }) {
            nodes { id name net status { abbrev } pad { name location { name } } } pageInfo { hasNextPage endCursor }
          }
        }
        """;

    public const string LaunchesOfYear = """
        query Year($year: Int!) { launches(filter: { year: { in: [$year] } }, first: 20) { totalCount nodes { id name net status { abbrev } } } }
        """;

    public const string SearchLaunches = """
        query SearchLaunches($words: String!) { launches(search: $words, first: 10) { totalCount nodes { id name net status { abbrev } } } }
        """;

    public const string SearchAstronauts = """
        query SearchAstronauts($words: String!) { astronauts(search: $words, first: 10) { totalCount nodes { id name nationality { name } } } }
        """;

    public const string Agency = """
        query Agency($id: ID!) {
          agency(id: $id) {
            name abbrev type { name } foundingYear administrator description country { name } logo { imageUrl }
            totalLaunchCount successfulLaunches failedLaunches pendingLaunches launcherList { id name }
            launches(first: 5, orderBy: { field: NET, direction: DESC }) { nodes { id name net status { abbrev } } }
          }
        }
        """;

    public const string Astronaut = """
        query Astronaut($id: ID!) {
          astronaut(id: $id) {
            name age dateOfBirth dateOfDeath nationality { name } bio status { name } agency { name abbrev } image { imageUrl }
            inSpace timeInSpace evaTime flightsCount flights { id name net } spacewalks { name start duration }
          }
        }
        """;

    public const string Station = """
        query Station($id: ID!) {
          spaceStation(id: $id) {
            name status { name } founded deorbited orbit description onboardCrew dockedVehicles owners { name }
            activeExpeditions { name start crew { role { role } astronaut { id name } } } dockingLocation { name }
          }
        }
        """;

    public const string InSpace = """
        query InSpace { astronauts(filter: { inSpace: true }, first: 30) { nodes { id name agency { abbrev } timeInSpace } } }
        """;

    public const string Flight = """
        query Flight($id: ID!) {
          spacecraftFlight(id: $id) {
            duration destination missionEnd spacecraft { name spacecraftConfig { name agency { name } } }
            launch { id name net pad { name location { name } } } launchCrew { role { role } astronaut { id name } }
          }
        }
        """;

    public const string Pad = """
        query Pad($id: ID!) {
          pad(id: $id) {
            name description latitude longitude mapUrl totalLaunchCount location { name country { name } }
            launches(first: 5, orderBy: { field: NET, direction: DESC }) { nodes { id name net } }
          }
        }
        """;

    public const string Pads = "query Pads { pads(first: 50) { nodes { id name latitude longitude location { name } } } }";

    public const string Locations = "query Locations { locations(first: 50) { nodes { id name totalLaunchCount country { name } pads { id name } } } }";

    public const string Rockets = "query Rockets { launcherConfigurations(first: 30) { nodes { id fullName active reusable leoCapacity manufacturer { name } } } }";

    public const string Rocket = """
        query Rocket($id: ID!) {
          launcherConfiguration(id: $id) {
            fullName description active length diameter launchMass leoCapacity toThrust maidenFlight manufacturer { id name }
            totalLaunchCount successfulLaunches failedLaunches families { name }
          }
        }
        """;

    public const string Event = """
        query Event($id: ID!) {
          event(id: $id) { name date type { name } description location webcastLive agencies { name } launches { id name } updates { comment createdOn } }
        }
        """;

    public const string Program = "query Program($id: ID!) { program(id: $id) { name description startDate endDate agencies { name } type { name } missionPatches { name imageUrl } } }";

    public const string Expedition = """
        query Expedition($id: ID!) { expedition(id: $id) { name start end spacestation { name } crew { role { role } astronaut { id name } } spacewalks { name duration } } }
        """;

    public const string Spacewalk = "query Spacewalk($id: ID!) { spacewalk(id: $id) { name start end duration location crew { astronaut { id name } } spacestation { name } } }";

    public const string Spacecraft = """
        query Spacecraft($id: ID!) { spacecraft(id: $id) { name serialNumber description status { name } timeInSpace flightsCount spacecraftConfig { name } } }
        """;

    public const string Landing = "query Landing($id: ID!) { landing(id: $id) { success attempt description downrangeDistance type { name } landingLocation { name } } }";

    public const string Docking = "query Docking($id: ID!) { dockingEvent(id: $id) { docking departure dockingLocation { name } flightVehicleChaser { spacecraft { name } } } }";

    public const string Payload = "query Payload($id: ID!) { payload(id: $id) { name description mass type { name } operator { name } manufacturer { name } } }";

    /// <summary>For the choices in the site's filters.</summary>
    public static IReadOnlyList<string> Words { get; } =
    [
        "query Statuses { launchStatuses { id name abbrev description } }",
        "query Orbits { orbits { id name abbrev } }",
        "query MissionTypes { missionTypes { id name } }",
        "query Countries { countries { id name } }",
        "query AgencyTypes { agencyTypes { id name } }",
        "query EventTypes { eventTypes { id name } }",
    ];
}
