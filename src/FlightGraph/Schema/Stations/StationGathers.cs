using FlightGraph.Schema.Edges;

namespace FlightGraph.Schema.Stations;

internal static class StationGathers
{
    public static UnionDefinition Vehicle { get; } = new(
        "DockingVehicle", ["SpacecraftFlight", "PayloadFlight", "SpaceStation"],
        "What can dock or be docked to: a spacecraft on one of its flights, a payload such as a module, a station.");

    public static IReadOnlyList<GatherDefinition> All { get; } =
    [
        new("DockingEvent", "chaser", "DockingVehicle", ["flight_vehicle_chaser", "space_station_chaser", "payload_flight_chaser"],
            "The vehicle that arrived, whichever of the three kinds it is."),
        new("DockingEvent", "target", "DockingVehicle", ["space_station_target", "flight_vehicle_target", "payload_flight_target"],
            "The vehicle or station that was docked to, whichever of the three kinds it is."),
    ];
}
