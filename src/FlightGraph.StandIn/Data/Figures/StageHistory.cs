namespace FlightGraph.StandIn.Data.Figures;

/// <summary>
/// A booster's flights as its stages tell them. The data may lack some, so a stage can have its number typed; those after it
/// count on from there.
/// </summary>
internal static class StageHistory
{
    public static object? Number(Record stage, Moment moment) =>
        stage.One("launcher") is null ? null : Before(stage, moment) is { } before ? NumberOf(before, moment) + 1 : 1L;

    /// <summary>Null also where the numbers tell that the data lack the flight before.</summary>
    public static Record? PreviousLaunch(Record stage, Moment moment) =>
        Before(stage, moment) is { } before && NumberOf(before, moment) + 1 == NumberOf(stage, moment)
            ? Journeys.LaunchOf(before)
            : null;

    /// <summary>How many flights a booster has behind it, those included that the data lack.</summary>
    public static object Flights(Record launcher, Moment moment) =>
        moment.FlownStages(launcher).LastOrDefault() is { } last ? NumberOf(last, moment) : 0L;

    public static object? FastestTurnAround(Record launcher, Moment moment) => moment.FlownStages(launcher)
        .Select(stage => moment.Value(stage, "turn_around_time"))
        .OfType<TimeSpan>()
        .Order()
        .Cast<object>()
        .FirstOrDefault();

    private static Record? Before(Record stage, Moment moment) => stage.One("launcher") is { } launcher
        ? Journeys.Stages(moment.Data, launcher).TakeWhile(other => other != stage).LastOrDefault()
        : null;

    // Only asked of stages with a launcher, which have a number.
    private static long NumberOf(Record stage, Moment moment) => (long)moment.Value(stage, "launcher_flight_number")!;
}
