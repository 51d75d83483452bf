namespace FlightGraph.Schema.Flights;

internal static class AstronautFlightType
{
    public static ObjectDefinition Definition { get; } = new(
        "AstronautFlight",
        "One person's place in one crew: who, and in which role. A person has one for each crew they belonged to.")
    {
        { "role", "AstronautRole", "What the person did in this crew, such as `Commander`; null when it is not recorded." },
        { "astronaut", "Astronaut", "The person." },
    };
}
