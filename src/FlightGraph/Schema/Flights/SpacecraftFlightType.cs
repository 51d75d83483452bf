namespace FlightGraph.Schema.Flights;

internal static class SpacecraftFlightType
{
    public static ObjectDefinition Definition { get; } = new(
        "SpacecraftFlight",
        "One trip of one spacecraft, from launch to the end of its mission. A reusable spacecraft has several; the people aboard are its crews.")
    {
        { "spacecraft", "Spacecraft", "The vehicle that flew." },
        { "launch", "Launch", "The launch that carried it up." },
        { "landing", "Landing", "How the flight came down; null while it lasts or when no landing is recorded." },
        { "destination", "String", "Where it went, as text, such as `Low Earth Orbit` or the name of a station." },
        { "mission_end", "DateTime", "When the flight ended, in UTC; null as long as it has not ended." },
        { "duration", "Duration", "Time from launch to the end of the mission, such as `P4DT23H7M2S`; null while it lasts." },
        { "turn_around_time", "Duration", "Time from the end of this spacecraft's previous flight to this launch; null on its first flight." },
        { "launch_crew", "[AstronautFlight!]", "Who was aboard at launch, each with a role. Empty for an uncrewed flight." },
        { "onboard_crew", "[AstronautFlight!]", "Who is aboard at present. Empty for an uncrewed flight and once the flight has ended." },
        { "landing_crew", "[AstronautFlight!]", "Who was aboard at the landing. Differs from the launch crew when people changed vehicles in orbit." },
        { "docking_events", "[DockingEvent!]", "Every docking in which this flight was the arriving vehicle, at a station or at another vehicle." },
    };
}
