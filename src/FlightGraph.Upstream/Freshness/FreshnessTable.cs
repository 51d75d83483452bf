using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Documents;

namespace FlightGraph.Upstream.Freshness;

/// <summary>
/// How long things stay fresh, by what they are. Of the rows that fit an object the first counts. Every life can be set in the
/// configuration, <c>Freshness:Lives:LaunchImminent=00:00:20</c>.
/// </summary>
internal static class FreshnessTable
{
    /// <summary>The row of an id that the upstream does not have.</summary>
    public const string Missing = "Missing";

    /// <summary>The contract's name of launches.</summary>
    public const string LaunchName = "Launch";

    private const string Vocabulary = "Vocabulary";
    private const string Other = "Other";

    /// <summary>Success, failure, partial failure, payload deployed: nothing more is to come.</summary>
    private static readonly HashSet<string> FinalStatuses = new(["3", "4", "7", "9"], StringComparer.Ordinal);

    private static readonly string[] Launch = [LaunchName];
    private static readonly string[] Event = ["Event"];
    private static readonly string[] Flight = ["SpacecraftFlight"];
    private static readonly string[] Docking = ["DockingEvent"];

    public static IReadOnlyList<FreshnessRow> Objects { get; } =
    [
        // Launches, by their NET (no earlier than) and whether their outcome is known.
        new("LaunchImminent", Seconds(30), "Holds, scrubs and outcomes are told from minute to minute.")
            { Entities = Launch, Moment = "net", From = -Hours(1), To = Hours(1), When = IsOpen, HurriesHolder = true },
        new("LaunchToday", Minutes(3), "On its day a launch slips by minutes, and webcasts are announced.")
            { Entities = Launch, Moment = "net", From = -Days(1), To = -Hours(1), When = IsOpen, HurriesHolder = true },
        new("LaunchThisWeek", Minutes(10), "In its week a launch moves by hours and days.")
            { Entities = Launch, Moment = "net", From = -Days(7), To = -Days(1), When = IsOpen, HurriesHolder = true },
        new("LaunchThisMonth", Hours(1), "Dates of the coming weeks settle day by day.")
            { Entities = Launch, Moment = "net", From = -Days(31), To = -Days(7), When = IsOpen },
        new("LaunchLater", Hours(6), "What is months away moves by weeks, and nobody waits for it.")
            { Entities = Launch, Moment = "net", To = -Days(31), When = IsOpen },
        new("LaunchAwaitingOutcome", Minutes(5), "It should have happened: an outcome or a new date comes soon.")
            { Entities = Launch, Moment = "net", From = Hours(1), To = Days(7), When = IsOpen, HurriesHolder = true },
        new("LaunchRecent", Hours(2), "In the days after a launch its entry is completed: landing, orbit, pictures.")
            { Entities = Launch, Moment = "net", To = Days(7), When = IsOver },
        new("LaunchPast", Days(21), "Its outcome is final; only texts and counts are mended.")
            { Entities = Launch, Moment = "net", From = Days(7) },
        new("LaunchUndated", Hours(1), "A thin copy without a date says nothing about how soon it changes.") { Entities = Launch },

        // Events, by their date.
        new("EventImminent", Minutes(1), "Dockings and spacewalks are told as they happen.")
            { Entities = Event, Moment = "date", From = -Hours(1), To = Hours(6), HurriesHolder = true },
        new("EventThisWeek", Minutes(15), "Events of the week move by hours.") { Entities = Event, Moment = "date", From = -Days(7), To = -Hours(1) },
        new("EventLater", Hours(6), "Events further away move by days.") { Entities = Event, Moment = "date", To = -Days(7) },
        new("EventPast", Days(14), "What is over is mended rarely.") { Entities = Event, Moment = "date", From = Days(1) },
        new("EventUndated", Hours(3), "The day after it, or no date known.") { Entities = Event },

        // What began and ends.
        new("FlightEnded", Days(21), "A flight that ended is history.") { Entities = Flight, Moment = "mission_end", From = Days(2) },
        new("FlightUnderWay", Hours(1), "Dockings, crews and the end of a flight under way, or just ended.") { Entities = Flight },
        new("DockingEnded", Days(21), "A vehicle that left has left.") { Entities = Docking, Moment = "departure", From = Days(1) },
        new("DockingUnderWay", Minutes(10), "Vehicles come and go within minutes.") { Entities = Docking },
        new("StationRetired", Days(14), "A station that came down has no visitors.") { Entities = ["SpaceStation"], Moment = "deorbited", From = Days(1) },
        new("Station", Minutes(10), "Which vehicles are docked changes within minutes.") { Entities = ["SpaceStation"] },
        new("ExpeditionEnded", Days(21), "A crew that came home is history.") { Entities = ["Expedition"], Moment = "end", From = Days(7) },
        new("Expedition", Hours(3), "Its crew is the one on board.") { Entities = ["Expedition"] },
        new("SpacewalkPast", Days(21), "Its times and crew are known.") { Entities = ["Spacewalk"], Moment = "end", From = Days(2) },
        new("Spacewalk", Minutes(30), "Times of a spacewalk planned or under way move.") { Entities = ["Spacewalk"] },
        new("AstronautInSpace", Hours(3), "Time in space runs, and ends.") { Entities = ["Astronaut"], When = astronaut => Is(astronaut, "in_space", "true") },
        new("Astronaut", Days(3), "Careers move slowly.") { Entities = ["Astronaut"] },

        // What stands for years.
        new("Place", Days(3), "Pads and sites change with the years; their counts with each launch.") { Entities = ["Pad", "Location", "CelestialBody", "LandingLocation"] },
        new("Hardware", Days(1), "Counts and statistics grow with each launch.")
            { Entities = ["Agency", "LauncherConfig", "LauncherConfigFamily", "Launcher", "Spacecraft", "SpacecraftConfig", "SpacecraftConfigFamily", "Program"] },
        new("Dashboard", Minutes(10), "It gathers launches, events and road closures of the next days.") { Entities = ["StarshipDashboard"] },
        new("Throttle", Seconds(10), "It is out of date with the next call. Asking costs none, but nobody is to ask the upstream without end.") { Entities = ["APIThrottle"] },
        new("News", Days(7), "A published note is not rewritten.") { Entities = ["Update"] },
        new(Vocabulary, Days(7), "Words for kinds and states change about once a year."),
        new(Other, Days(1), "Payloads, landings, patches: entered once, mended at times."),
    ];

    /// <summary>How long lists keep the same rows in the same order, by their path.</summary>
    public static IReadOnlyList<(FreshnessRow Row, Func<string, bool> IsFor)> Lists { get; } =
    [
        (new("ListUpcoming", Minutes(10), "Dates move, and the next one becomes the last one."), path => path.EndsWith("/upcoming", StringComparison.Ordinal)),
        (new("ListPast", Minutes(30), "A new row comes with each launch or event."), path => path is "launches" or "events" || path.EndsWith("/previous", StringComparison.Ordinal)),
        (new("ListNews", Minutes(5), "News is worth little when old."), path => path == "updates"),
        (new("ListStations", Hours(1), "Vehicles dock and leave, crews change."), path => path is "space_stations" or "docking_events" or "expeditions"),
        (new("ListPlaces", Days(3), "A new pad is rare."), path => path is "pads" or "locations" or "celestial_bodies"),
        (new("ListVocabulary", Days(7), "As the words themselves."), path => path.StartsWith("config/", StringComparison.Ordinal)),
        (new("List", Hours(6), "New agencies, craft and people come by the week."), _ => true),
    ];

    /// <summary>What the upstream does not have.</summary>
    public static FreshnessRow MissingRow { get; } = new(Missing, Minutes(5), "An entry may be on its way, so it is looked for again soon.");

    public static IEnumerable<FreshnessRow> All => [.. Objects, .. Lists.Select(list => list.Row), MissingRow];

    /// <summary>The rows that an entity's objects can fall under, in their order.</summary>
    public static IReadOnlyList<FreshnessRow> Of(Entity entity)
    {
        FreshnessRow[] own = [.. Objects.Where(row => row.Entities.Contains(entity.Name))];
        if (own.Length > 0)
            return own;
        var isWord = entity.Resource?.Path.StartsWith("config/", StringComparison.Ordinal) == true;
        return [Objects.First(row => row.Name == (isWord ? Vocabulary : Other))];
    }

    /// <summary>Whether nothing more is to come of a launch; null where its document does not tell.</summary>
    public static bool? IsFinal(ResourceObject launch) =>
        launch.Entity.Find("status") is { } status && launch[status] is { Kind: FieldValueKind.Object, Object.Id: { } id } ? FinalStatuses.Contains(id) : null;

    private static bool IsOver(ResourceObject launch) => IsFinal(launch) == true;

    private static bool IsOpen(ResourceObject launch) => !IsOver(launch);

    private static bool Is(ResourceObject value, string field, string text) =>
        value.Entity.Find(field) is { } known && value[known] is { Kind: FieldValueKind.Scalar } found && found.GetText() == text;

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);

    private static TimeSpan Minutes(int minutes) => TimeSpan.FromMinutes(minutes);

    private static TimeSpan Hours(int hours) => TimeSpan.FromHours(hours);

    private static TimeSpan Days(int days) => TimeSpan.FromDays(days);
}
