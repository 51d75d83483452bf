namespace FlightGraph.Schema.Places;

internal static class PlaceInterface
{
    public static InterfaceDefinition Definition { get; } = new("Place", ["Pad", "Location"], "A place that rockets start from: a pad, or a site with several pads.")
    {
        { "name", "String", "The name of the pad or site." },
        { "active", "Boolean", "Whether it is in use." },
        { "description", "String", "A paragraph on the place." },
        { "country", "Country", "The country it lies in; null at sea and off Earth." },
        { "latitude", "Float", "Degrees, -90 to 90, north positive." },
        { "longitude", "Float", "Degrees, -180 to 180, east positive." },
        { "image", "Image", "A picture of the place." },
        { "map_image", "URL", "A picture of a map that shows where it is." },
        { "total_launch_count", "Int", "Launches from here, as counted by LL2." },
    };
}
