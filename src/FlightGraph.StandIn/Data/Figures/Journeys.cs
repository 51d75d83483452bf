namespace FlightGraph.StandIn.Data.Figures;

/// <summary>Who flew, landed or took part in what: the paths between records that counts and lists are made over.</summary>
internal static class Journeys
{
    /// <summary>The launches that count for a record, in the order of time.</summary>
    public static LaunchFigures Launches(this Moment moment, Record record) => moment.Data.Remember(
        record,
        "launches",
        () => new LaunchFigures(InOrder(LaunchesOf(moment.Data, record))));

    /// <summary>The landings of boosters that count for a record, in the order of time.</summary>
    public static LandingFigures StageLandings(this Moment moment, Record record) => moment.Data.Remember(
        record,
        "stage landings",
        () => new LandingFigures(Stages(moment.Data, record)
            .Select(stage => stage.One("landing"))
            .OfType<Record>()
            .Distinct()));

    /// <summary>The landings of spacecraft that count for a record, in the order of time.</summary>
    public static LandingFigures SpacecraftLandings(this Moment moment, Record record) => moment.Data.Remember(
        record,
        "spacecraft landings",
        () => new LandingFigures(Flights(moment.Data, record)
            .Select(flight => flight.One("landing"))
            .OfType<Record>()
            .Distinct()));

    public static LandingFigures PayloadLandings(this Moment moment, Record agency) => moment.Data.Remember(
        agency,
        "payload landings",
        () => new LandingFigures(moment.Data.Referring("Payload", "operator", agency)
            .SelectMany(payload => moment.Data.Referring("PayloadFlight", "payload", payload))
            .OrderBy(flight => flight.One("launch")?.Time("net"))
            .Select(flight => flight.One("landing"))
            .OfType<Record>()));

    /// <summary>All landings at a place: a landing location, a launch site or a celestial body.</summary>
    public static LandingFigures LandingsAt(this Moment moment, Record place) => moment.Data.Remember(
        place,
        "landings at",
        () => new LandingFigures(LandingsOf(moment.Data, place)));

    /// <summary>The flights of a spacecraft, or of all of a configuration, family or agency, in the order of time.</summary>
    public static IReadOnlyList<Record> Flights(DataSet data, Record record) => data.Remember(
        record,
        "flights",
        () => FlightsOf(data, record).Distinct().OrderBy(flight => flight.One("launch")?.Time("net")).ToArray());

    /// <summary>The flights that have begun, in the order of time.</summary>
    public static IReadOnlyList<Record> FlownFlights(this Moment moment, Record record) =>
        [.. Flights(moment.Data, record).Where(flight => flight.One("launch") is { } launch && LaunchOutcome.Flown(launch))];

    /// <summary>The launches of a booster, as stages that have flown, in the order of time.</summary>
    public static IReadOnlyList<Record> FlownStages(this Moment moment, Record record) =>
        [.. Stages(moment.Data, record).Where(stage => LaunchOf(stage) is { } launch && LaunchOutcome.Flown(launch))];

    public static IReadOnlyList<Record> Stages(DataSet data, Record record) => data.Remember(
        record,
        "stages",
        () => (record.Entity.Name == "Launcher"
                ? data.Referring("FirstStage", "launcher", record)
                : LaunchesOf(data, record).Distinct().SelectMany(launch => launch.One("rocket")?.Many("launcher_stage") ?? []))
            .OrderBy(stage => LaunchOf(stage)?.Time("net"))
            .ToArray());

    /// <summary>A stage stands inside a rocket, and the rocket inside its launch.</summary>
    public static Record? LaunchOf(Record stage) => stage.Owner?.Owner;

    /// <summary>What this flight or payload flight flew up to, in the order of time.</summary>
    public static IReadOnlyList<Record> DockingsAsChaser(this Moment moment, Record record)
    {
        var chaser = record.Entity.Name == "PayloadFlight" ? "payload_flight_chaser" : "flight_vehicle_chaser";
        return [.. moment.Data.Referring("DockingEvent", chaser, record).OrderBy(docking => docking.Time("docking"))];
    }

    public static bool IsDocked(this Moment moment, Record docking) =>
        moment.IsPast(docking.Time("docking")) && !moment.IsPast(docking.Time("departure"));

    private static IEnumerable<Record> LaunchesOf(DataSet data, Record record) => record.Entity.Name switch
    {
        "Agency" => data.Referring("Launch", "launch_service_provider", record),
        "Pad" => data.Referring("Launch", "pad", record),
        "Location" => data.Referring("Pad", "location", record).SelectMany(pad => LaunchesOf(data, pad)),
        "CelestialBody" => data.Referring("Location", "celestial_body", record).SelectMany(place => LaunchesOf(data, place)),
        "LauncherConfig" => data.Referring("Rocket", "configuration", record).Select(rocket => rocket.Owner).OfType<Record>(),
        "LauncherConfigFamily" => data.Referring("LauncherConfig", "families", record).SelectMany(type => LaunchesOf(data, type)),
        _ => Flights(data, record).Select(flight => flight.One("launch")).OfType<Record>(),
    };

    private static IEnumerable<Record> FlightsOf(DataSet data, Record record) => record.Entity.Name switch
    {
        "Spacecraft" => data.Referring("SpacecraftFlight", "spacecraft", record),
        "SpacecraftConfig" => data.Referring("Spacecraft", "spacecraft_config", record).SelectMany(one => FlightsOf(data, one)),
        "SpacecraftConfigFamily" => data.Referring("SpacecraftConfig", "family", record)
            .SelectMany(type => FlightsOf(data, type)),
        "Agency" => data.Referring("SpacecraftConfig", "agency", record).SelectMany(type => FlightsOf(data, type)),
        var entity => throw new InvalidOperationException($"{entity} has no flights."),
    };

    private static IEnumerable<Record> LandingsOf(DataSet data, Record place) => place.Entity.Name switch
    {
        "LandingLocation" => data.Referring("Landing", "landing_location", place),
        "Location" => data.Referring("LandingLocation", "location", place).SelectMany(site => LandingsOf(data, site)),
        _ => data.Referring("LandingLocation", "celestial_body", place).SelectMany(site => LandingsOf(data, site)),
    };

    private static IReadOnlyList<Record> InOrder(IEnumerable<Record> launches) =>
        [.. launches.Distinct().OrderBy(launch => launch.Time("net")).ThenBy(launch => launch.Id)];
}
