namespace FlightGraph.Schema.Stations;

internal static class StationQueries
{
    public static ResourceDefinition SpaceStations { get; } = new(
        "space_stations", "spaceStation", "spaceStations", "Space stations, in orbit or gone");

    public static ResourceDefinition DockingEvents { get; } = new(
        "docking_events", "dockingEvent", "dockingEvents", "Stays of vehicles at the ports of stations and of other vehicles");

    public static ResourceDefinition Expeditions { get; } = new(
        "expeditions", "expedition", "expeditions", "Stays of crews on space stations");

    public static ResourceDefinition Spacewalks { get; } = new(
        "spacewalks", "spacewalk", "spacewalks", "Outings in space suits");
}
