namespace FlightGraph.Schema.Astronauts;

internal static class AstronautQueries
{
    public static ResourceDefinition Astronauts { get; } = new(
        "astronauts", "astronaut", "astronauts", "People who have flown in space or train for it");
}
