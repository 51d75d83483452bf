namespace FlightGraph.Schema.Launches;

internal static class FirstStageType
{
    public static ObjectDefinition Definition { get; } = new(
        "FirstStage",
        "One booster or first stage in one launch: which vehicle, on which of its flights, and how it landed. A reused booster has one for each launch.")
    {
        { "type", "String", "Its place in the rocket, as plain text, such as `Core` or `Strap-On Booster`." },
        { "reused", "Boolean", "Whether the vehicle had flown before this launch; null when unknown." },
        { "launcher_flight_number", "Int", "Which flight of the vehicle this is, from 1; null when unknown." },
        { "launcher", "Launcher", "The vehicle itself, which outlives the launch if it lands." },
        { "previous_flight_date", "DateTime", "When the vehicle was launched before, in UTC; null on its first flight." },
        { "turn_around_time", "Duration", "Time from the vehicle's previous launch to this one; null on its first flight." },
        { "previous_flight", "Launch", "The launch that the vehicle flew in before this one; null on its first flight." },
        { "landing", "Landing", "How it came down; null when no landing is recorded, as for most expendable rockets." },
    };
}
