namespace FlightGraph.Schema.Places;

internal static class PlaceTopic
{
    public static Topic Topic { get; } = new(
        [
            PadType.Definition,
            LocationType.Definition,
            CelestialBodyType.Definition,
            LandingLocationType.Definition,
        ],
        [PlaceQueries.Pads, PlaceQueries.Locations, PlaceQueries.CelestialBodies])
    {
        Edges = PlaceEdges.All,
        Interfaces = [PlaceInterface.Definition],
    };
}
