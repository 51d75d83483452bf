namespace FlightGraph.Schema.Stations;

internal static class SpaceStationType
{
    public static ObjectDefinition Definition { get; } = new(
        "SpaceStation",
        "A station in orbit that people live in or have lived in, such as the International Space Station.")
    {
        { "name", "String", "Name, such as `International Space Station` or `Skylab`." },
        { "image", "Image", "A picture of the station." },
        { "status", "SpaceStationStatus", "Whether it is in use, given up or gone." },
        { "founded", "Date", "The day its first part was launched: `1998-11-20`." },
        { "deorbited", "Date", "The day it fell or was brought down; null while it is in orbit." },
        { "description", "String", "A paragraph on the station." },
        { "orbit", "String", "The kind of orbit, as plain text: `Low Earth Orbit`." },
        { "type", "SpaceStationType", "Whether a government or a company runs it." },
        { "owners", "[Agency!]", "The organisations that own it." },
        { "active_expeditions", "[Expedition!]", "The expeditions that live on it at present. Empty when nobody does." },
        { "height", "Float", "Height in metres: `72.8` for the ISS." },
        { "width", "Float", "Width in metres: `108.5` for the ISS, across its solar panels." },
        { "mass", "Float", "Mass in tonnes, not kilograms: `419.7` for the ISS." },
        { "volume", "Int", "Volume under pressure, in cubic metres: `931` for the ISS." },
        { "onboard_crew", "Int", "People aboard at present, as counted by LL2." },
        { "docked_vehicles", "Int", "Vehicles docked at present, as counted by LL2. It can lag; `dockingLocation` says what is docked where." },
        { "docking_location", "[DockingLocation!]", "Its docking ports, each with what is docked there now. A list in spite of its name." },
        { "active_docking_events", "[DockingEvent!]", "The station's own dockings to something else; rare. For visitors see `dockingLocation`." },
    };
}
