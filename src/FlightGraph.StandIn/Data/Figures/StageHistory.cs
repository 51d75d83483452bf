namespace FlightGraph.StandIn.Data.Figures;

/// <summary>A booster's flights as one of its stages sees them.</summary>
internal static class StageHistory
{
    public static object? Number(Record stage, Moment moment) =>
        stage.One("launcher") is { } launcher ? Before(launcher, stage, moment).Count() + 1L : null;

    public static Record? PreviousLaunch(Record stage, Moment moment) =>
        stage.One("launcher") is { } launcher && Before(launcher, stage, moment).LastOrDefault() is { } before
            ? Journeys.LaunchOf(before)
            : null;

    private static IEnumerable<Record> Before(Record launcher, Record stage, Moment moment) => Journeys
        .Stages(moment.Data, launcher)
        .TakeWhile(other => other != stage);
}
