namespace FlightGraph.Schema.Stations;

internal static class DockingLocationType
{
    public static ObjectDefinition Definition { get; } = new(
        "DockingLocation",
        "A port for visiting vehicles: on a station, a kind of spacecraft or a payload. Only one of these three is set.")
    {
        { "name", "String", "Name of the port, such as `Harmony forward`." },
        { "currently_docked", "DockingEvent", "The docking that occupies the port now; null while the port is free." },
        { "spacestation", "SpaceStation", "The station that has the port; null when it is not on a station." },
        { "spacecraft", "SpacecraftConfiguration", "The spacecraft design, not a single vehicle, that has the port; null when it is none." },
        { "payload", "Payload", "The payload that has the port, such as a target vehicle; null when it is not on a payload." },
    };
}
