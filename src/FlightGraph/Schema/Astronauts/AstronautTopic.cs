namespace FlightGraph.Schema.Astronauts;

internal static class AstronautTopic
{
    public static Topic Topic { get; } = new(
        [AstronautType.Definition],
        [AstronautQueries.Astronauts])
    {
        Edges = AstronautEdges.All,
        Gathers = AstronautGathers.All,
    };
}
