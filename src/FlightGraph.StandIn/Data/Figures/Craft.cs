namespace FlightGraph.StandIn.Data.Figures;

/// <summary>Where a spacecraft was and for how long.</summary>
internal static class Craft
{
    public static object? Duration(Record flight, Moment moment) =>
        Spans.Between(flight.One("launch")?.Time("net"), flight.Time("mission_end"));

    /// <summary>From the end of the spacecraft's flight before this one; null for its first.</summary>
    public static object? TurnAround(Record flight, Moment moment)
    {
        if (flight.One("spacecraft") is not { } craft || flight.One("launch") is not { } launch)
            return null;

        var before = Journeys.Flights(moment.Data, craft)
            .LastOrDefault(other => other.One("launch")?.Time("net") < launch.Time("net"));
        return Spans.Between(before?.Time("mission_end"), launch.Time("net"));
    }

    public static object? FastestTurnAround(Record record, Moment moment) => moment.FlownFlights(record)
        .Select(flight => moment.Value(flight, "turn_around_time"))
        .OfType<TimeSpan>()
        .Order()
        .Cast<object>()
        .FirstOrDefault();

    /// <summary>Only what reached space counts; a failed launch ends a flight at once unless its end is typed.</summary>
    public static IEnumerable<Stay> Stays(Record craft, Moment moment) =>
        from flight in moment.FlownFlights(craft)
        let launch = flight.One("launch")
        let start = launch.Time("net")
        where moment.IsPast(start)
        let end = flight.Time("mission_end")
        where end is not null || !LaunchOutcome.Failed(launch)
        select new Stay(start.Value, moment.IsPast(end) ? end : null);

    public static object TimeDocked(Record craft, Moment moment) => Spans.Sum(
        from flight in moment.FlownFlights(craft)
        from docking in moment.DockingsAsChaser(flight)
        where moment.IsPast(docking.Time("docking"))
        let departure = docking.Time("departure")
        select new Stay(docking.Time("docking")!.Value, moment.IsPast(departure) ? departure : null).LengthUntil(moment.Now));
}
