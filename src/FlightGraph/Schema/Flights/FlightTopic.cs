namespace FlightGraph.Schema.Flights;

internal static class FlightTopic
{
    public static Topic Topic { get; } = new(
        [SpacecraftFlightType.Definition, AstronautFlightType.Definition, LandingType.Definition],
        [FlightQueries.SpacecraftFlights, FlightQueries.Landings]);
}
