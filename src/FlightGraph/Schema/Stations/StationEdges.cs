using FlightGraph.Schema.Edges;

namespace FlightGraph.Schema.Stations;

/// <summary>Lists that the upstream gives only through a filter.</summary>
internal static class StationEdges
{
    public static IReadOnlyList<EdgeDefinition> All { get; } =
    [
        new("SpaceStation", "expeditions", "expeditions", "space_station", "Crews that lived aboard, one after the other.", OwnerPath: "spacestation.id"),
        new("SpaceStation", "dockingEvents", "docking_events", "space_station_target__id", "Dockings of vehicles with the station.", OwnerPath: "space_station_target.id"),
        new("SpaceStation", "spacewalks", "spacewalks", "spacestation__ids", "Spacewalks from the station."),
        new("DockingLocation", "dockingEvents", "docking_events", "docking_location__id", "Dockings at this port.", OwnerPath: "docking_location.id"),
    ];
}
