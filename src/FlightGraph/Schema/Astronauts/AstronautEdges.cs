using FlightGraph.Schema.Edges;

namespace FlightGraph.Schema.Astronauts;

/// <summary>Lists that the upstream gives only through a filter.</summary>
internal static class AstronautEdges
{
    public static IReadOnlyList<EdgeDefinition> All { get; } =
    [
        new("Astronaut", "spacewalkConnection", "spacewalks", "astronaut__ids", "Spacewalks that the person took part in, page by page; `spacewalks` has them as a plain list."),
        new("Astronaut", "expeditions", "expeditions", "crew__astronaut", "Station crews that the person belonged to.", OwnerPath: "crew.astronaut.id"),
    ];
}
