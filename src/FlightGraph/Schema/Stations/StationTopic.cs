namespace FlightGraph.Schema.Stations;

internal static class StationTopic
{
    public static Topic Topic { get; } = new(
        [
            SpaceStationType.Definition,
            DockingLocationType.Definition,
            DockingEventType.Definition,
            ExpeditionType.Definition,
            SpacewalkType.Definition,
        ],
        [StationQueries.SpaceStations, StationQueries.DockingEvents, StationQueries.Expeditions, StationQueries.Spacewalks])
    {
        Edges = StationEdges.All,
        Gathers = StationGathers.All,
        Unions = [StationGathers.Vehicle],
    };
}
