namespace FlightGraph.Schema.Places;

internal static class LandingLocationType
{
    public static ObjectDefinition Definition { get; } = new(
        "LandingLocation",
        "Where something comes down: a landing pad, a drone ship, a stretch of sea or steppe.")
    {
        { "name", "String", "Full name, such as `Kazakhstan` or `Landing Zone 1`." },
        { "active", "Boolean", "True while it is in use." },
        { "abbrev", "String", "Short name, such as `KAZ` or `LZ-1`." },
        { "description", "String", "A sentence or two on the place." },
        { "location", "Location", "The spaceport it belongs to; null for ships and for open land or sea." },
        { "longitude", "Float", "Degrees from -180 to 180, east positive; null for ships and wide areas." },
        { "latitude", "Float", "Degrees from -90 to 90, north positive; null for ships and wide areas." },
        { "image", "Image", "A picture of the place or ship." },
        { "successful_landings", "Int", "Landings here that succeeded, as counted by LL2." },
        { "attempted_landings", "Int", "Landings here that were tried, as counted by LL2." },
        { "failed_landings", "Int", "Landings here that failed, as counted by LL2." },
        { "celestial_body", "CelestialBody", "The planet or moon it lies on." },
    };
}
