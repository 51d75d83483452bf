namespace FlightGraph.Schema.Starship;

internal static class LaunchesAndEventsType
{
    public static ObjectDefinition Definition { get; } = new(
        "LaunchesAndEvents",
        "Launches and other events of one stretch of time, side by side.")
    {
        { "launches", "[Launch!]", "The launches." },
        { "events", "[Event!]", "The events that are not launches." },
    };
}
