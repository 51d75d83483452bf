namespace FlightGraph.Schema.Flights;

internal static class FlightQueries
{
    public static ResourceDefinition SpacecraftFlights { get; } = new(
        "spacecraft_flights", "spacecraftFlight", "spacecraftFlights", "Flights of spacecraft, crewed or not")
    {
        { "spacecraft", "Spacecraft", "spacecraft", "Only flights of this spacecraft." },
    };

    public static ResourceDefinition Landings { get; } = new(
        "landings", "landing", "landings", "Landings of rocket stages, spacecraft and payloads, tried or given up, past or planned");
}
