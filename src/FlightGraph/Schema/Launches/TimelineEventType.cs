namespace FlightGraph.Schema.Launches;

internal static class TimelineEventType
{
    public static ObjectDefinition Definition { get; } = new(
        "TimelineEvent",
        "One step of a launch's schedule, before or after liftoff. It has no id of its own.")
    {
        { "type", "TimelineEventType", "Which step it is; null when LL2 does not say." },
        { "relative_time", "Duration", "When it happens, counted from liftoff: negative before it, as in `-PT38M`, positive after; null when unknown." },
    };
}
