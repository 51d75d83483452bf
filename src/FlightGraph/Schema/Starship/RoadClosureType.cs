namespace FlightGraph.Schema.Starship;

internal static class RoadClosureType
{
    public static ObjectDefinition Definition { get; } = new(
        "RoadClosure",
        "A time at which the public road to the launch site in Texas is closed, or may be.")
    {
        { "title", "String", "The day and reason in words, as announced." },
        { "status", "RoadClosureStatus", "Whether the road is to be closed for certain, perhaps or after all not." },
        { "window_start", "DateTime", "When the closure begins, in UTC." },
        { "window_end", "DateTime", "When the closure ends at the latest, in UTC." },
    };
}
