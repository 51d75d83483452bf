using FlightGraph.Schema.Edges;

namespace FlightGraph.Schema.Spacecraft;

/// <summary>Lists that the upstream gives only through a filter.</summary>
internal static class SpacecraftEdges
{
    public static IReadOnlyList<EdgeDefinition> All { get; } =
    [
        new("Spacecraft", "flightConnection", "spacecraft_flights", "spacecraft", "Flights of this spacecraft, page by page; `flights` has them as a plain list.", OwnerPath: "spacecraft.id"),
        new("Spacecraft", "landings", "landings", "spacecraft__ids", "Landings of this spacecraft, tried or done."),
        new("SpacecraftConfiguration", "spacecraft", "spacecraft", "spacecraft_config", "Spacecraft of this type.", OwnerPath: "spacecraft_config.id"),
        new("SpacecraftConfiguration", "launches", "launches", "spacecraft_config__ids", "Launches that carried a spacecraft of this type."),
    ];
}
