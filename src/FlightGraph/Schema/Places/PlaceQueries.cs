namespace FlightGraph.Schema.Places;

internal static class PlaceQueries
{
    public static ResourceDefinition Pads { get; } = new(
        "pads", "pad", "pads", "Launch pads, in use or closed");

    public static ResourceDefinition Locations { get; } = new(
        "locations", "location", "locations", "Spaceports and other places with launch pads");

    public static ResourceDefinition CelestialBodies { get; } = new(
        "celestial_bodies", "celestialBody", "celestialBodies", "Planets, moons and other bodies that missions start from or go to");
}
