namespace FlightGraph.Schema.Places;

internal static class LocationType
{
    public static ObjectDefinition Definition { get; } = new(
        "Location",
        "A place that rockets leave from or land at: a spaceport, a test range, a piece of sea, a site on the Moon. It holds the pads.")
    {
        { "name", "String", "Name with region and country, such as `Cape Canaveral SFS, FL, USA`." },
        { "active", "Boolean", "True while it is in use." },
        { "country", "Country", "The country it lies in; null at sea and off Earth." },
        { "description", "String", "A paragraph on the place." },
        { "image", "Image", "A picture of the place." },
        { "map_image", "URL", "A still picture of a map with the place on it." },
        { "longitude", "Float", "Degrees from -180 to 180, east positive, on the celestial body: `-80.577778`. Null for a sea area." },
        { "latitude", "Float", "Degrees from -90 to 90, north positive, on the celestial body: `28.488889`. Null for a sea area." },
        { "timezone_name", "String", "Local time zone by its IANA name: `America/New_York`. Null when unknown; times here are UTC all the same." },
        { "total_launch_count", "Int", "Launches from all of its pads so far, as counted by LL2." },
        { "total_landing_count", "Int", "Landings of stages, spacecraft and payloads at this place, as counted by LL2." },
        { "celestial_body", "CelestialBody", "The planet or moon it lies on; Earth for nearly all." },
        { "pads", "[Pad!]", "The launch pads at this place." },
    };
}
