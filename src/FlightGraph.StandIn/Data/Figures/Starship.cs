namespace FlightGraph.StandIn.Data.Figures;

/// <summary>What the Starship dashboard gathers: all that hangs on the programs of that name.</summary>
internal static class Starship
{
    private const int Shown = 10;

    public static object Vehicles(Record dashboard, Moment moment) => moment.Data.All("Launcher")
        .Where(launcher => launcher.One("launcher_config")?.Many("program").Any(IsStarship) == true)
        .ToArray();

    public static object Orbiters(Record dashboard, Moment moment) => moment.Data.All("Spacecraft")
        .Where(craft => craft.One("spacecraft_config") is { } config && IsStarship(config))
        .ToArray();

    public static object Upcoming(Record dashboard, Moment moment) => Pair(
        moment,
        Of(moment, "Launch", "net", past: false).OrderBy(launch => launch.Time("net")),
        Of(moment, "Event", "date", past: false).OrderBy(happening => happening.Time("date")));

    public static object Previous(Record dashboard, Moment moment) => Pair(
        moment,
        Of(moment, "Launch", "net", past: true).OrderByDescending(launch => launch.Time("net")),
        Of(moment, "Event", "date", past: true).OrderByDescending(happening => happening.Time("date")));

    private static IEnumerable<Record> Of(Moment moment, string entity, string time, bool past) => moment.Data.All(entity)
        .Where(record => record.Many("program").Any(IsStarship) && moment.IsPast(record.Time(time)) == past);

    private static bool IsStarship(Record named) => named.Text("name").Contains("Starship", StringComparison.OrdinalIgnoreCase);

    private static Record Pair(Moment moment, IEnumerable<Record> launches, IEnumerable<Record> events)
    {
        var entity = moment.Data.Model["LaunchesAndEvents"];
        return new Record(entity, "computed", 0)
        {
            [entity.Field("launches")] = launches.Take(Shown).ToArray(),
            [entity.Field("events")] = events.Take(Shown).ToArray(),
        };
    }
}
