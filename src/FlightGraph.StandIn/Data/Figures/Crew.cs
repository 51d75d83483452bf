namespace FlightGraph.StandIn.Data.Figures;

/// <summary>What an astronaut did, taken from the crew lists of flights, expeditions and spacewalks.</summary>
internal static class Crew
{
    /// <summary>Without a list of its own, those who went up came down, once the flight has ended.</summary>
    public static object LandingCrew(Record flight, Moment moment) =>
        moment.IsPast(flight.Time("mission_end")) ? flight.Many("launch_crew") : Array.Empty<Record>();

    /// <summary>The flights that took the astronaut up, in the order of time.</summary>
    public static IReadOnlyList<Record> FlightsUp(this Moment moment, Record astronaut) =>
    [
        .. FlightsOf(moment.Data, astronaut, "launch_crew")
            .Where(flight => flight.One("launch") is { } launch
                && LaunchOutcome.Flown(launch)
                && moment.IsPast(launch.Time("net")))
            .OrderBy(flight => flight.One("launch")?.Time("net")),
    ];

    /// <summary>The flights that brought the astronaut down, in the order of time.</summary>
    public static IReadOnlyList<Record> FlightsDown(this Moment moment, Record astronaut) =>
    [
        .. FlightsOf(moment.Data, astronaut, "launch_crew", "landing_crew")
            .Where(flight => moment.IsPast(flight.Time("mission_end"))
                && moment.Many(flight, "landing_crew").Any(member => member.One("astronaut") == astronaut))
            .OrderBy(flight => flight.Time("mission_end")),
    ];

    public static IReadOnlyList<Record> Spacewalks(this Moment moment, Record astronaut) =>
    [
        .. moment.Data.Referring("AstronautFlight", "astronaut", astronaut)
            .Select(member => member.Owner)
            .OfType<Record>()
            .Where(owner => owner.Entity.Name == "Spacewalk" && moment.IsPast(owner.Time("start")))
            .Distinct()
            .OrderBy(walk => walk.Time("start")),
    ];

    /// <summary>
    /// The times in space. A stay ends with the next flight that brings the astronaut down, which need not be the one that
    /// took him up.
    /// </summary>
    public static IReadOnlyList<Stay> Stays(this Moment moment, Record astronaut)
    {
        var landings = moment.FlightsDown(astronaut).Select(flight => flight.Time("mission_end")).ToArray();
        var died = astronaut["date_of_death"] is not null;
        return [.. moment.FlightsUp(astronaut).Select(flight =>
        {
            // A flown launch has a time; the contract promises one.
            var start = flight.One("launch")!.Time("net")!.Value;
            var end = landings.FirstOrDefault(landing => landing > start);

            // Those who died in flight are in nobody's landing crew.
            return new Stay(start, end ?? (died ? flight.Time("mission_end") : null));
        })];
    }

    /// <summary>
    /// How many are on board: the crews of the expeditions under way and of the spacecraft docked now, as far as they are
    /// in space.
    /// </summary>
    public static long OnBoard(this Moment moment, Record station)
    {
        var expeditions = moment.Many(station, "active_expeditions").SelectMany(expedition => expedition.Many("crew"));
        var docked = moment.Many(station, "active_docking_events")
            .Select(docking => docking.One("flight_vehicle_chaser"))
            .OfType<Record>()
            .SelectMany(flight => flight.Many("onboard_crew") is { Count: > 0 } onBoard ? onBoard : flight.Many("launch_crew"));
        return expeditions.Concat(docked)
            .Select(member => member.One("astronaut"))
            .OfType<Record>()
            .Distinct()
            .Count(astronaut => moment.Value(astronaut, "in_space") is true);
    }

    private static IEnumerable<Record> FlightsOf(DataSet data, Record astronaut, params string[] lists) => data
        .Referring("AstronautFlight", "astronaut", astronaut)
        .Where(member => member.Owner?.Entity.Name == "SpacecraftFlight" && lists.Contains(member.OwnerField?.Name))
        .Select(member => member.Owner)
        .OfType<Record>()
        .Distinct();
}
