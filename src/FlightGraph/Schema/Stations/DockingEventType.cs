namespace FlightGraph.Schema.Stations;

internal static class DockingEventType
{
    public static ObjectDefinition Definition { get; } = new(
        "DockingEvent",
        "One vehicle's stay at a port. The chaser arrives, the target waits; of each one's three fields only one is set.")
    {
        { "docking", "DateTime", "When the chaser docked or was berthed, in UTC." },
        { "departure", "DateTime", "When the chaser left, in UTC; null while it is docked." },
        { "flight_vehicle_chaser", "SpacecraftFlight", "The spacecraft that arrived, on this flight; null when the chaser is something else." },
        { "space_station_chaser", "SpaceStation", "The station that arrived, if one did; null when the chaser is something else." },
        { "payload_flight_chaser", "PayloadFlight", "The payload that arrived, such as a new module; null when the chaser is something else." },
        { "docking_location", "DockingLocation", "The port that the chaser is at." },
        { "space_station_target", "SpaceStation", "The station that was docked to; null when the target is something else." },
        { "flight_vehicle_target", "SpacecraftFlight", "The spacecraft that was docked to, on this flight; null when the target is something else." },
        { "payload_flight_target", "PayloadFlight", "The payload that was docked to; null when the target is something else." },
    };
}
