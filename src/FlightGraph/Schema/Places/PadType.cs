namespace FlightGraph.Schema.Places;

internal static class PadType
{
    public static ObjectDefinition Definition { get; } = new(
        "Pad",
        "One launch pad: the spot a rocket leaves from. Several pads make up a location, such as a spaceport.")
    {
        { "active", "Boolean", "True while the pad is in use; false once it is closed down." },
        { "agencies", "[Agency!]", "The organisations that run the pad or launch from it." },
        { "name", "String", "Name within its location, such as `Space Launch Complex 40` or `31/6`." },
        { "image", "Image", "A picture of the pad." },
        { "description", "String", "A paragraph on the pad; often null." },
        { "info_url", "URL", "A page about the pad." },
        { "wiki_url", "URL", "The Wikipedia article on the pad or its launch complex." },
        { "map_url", "URL", "A web map, opened at the position of the pad." },
        { "latitude", "Float", "Degrees from -90 to 90, north positive, on the celestial body of its location: `28.56194122`. Null when unknown." },
        { "longitude", "Float", "Degrees from -180 to 180, east positive, on the celestial body of its location: `-80.57735736`. Null when unknown." },
        { "country", "Country", "The country it lies in; null at sea and off Earth." },
        { "map_image", "URL", "A still picture of the map around the pad." },
        { "total_launch_count", "Int", "Launches from this pad so far, as counted by LL2." },
        { "orbital_launch_attempt_count", "Int", "Launches from this pad that aimed for orbit or beyond, reached or not, as counted by LL2." },
        { "fastest_turnaround", "Duration", "Shortest time ever between two launches from this pad; null before there were two." },
        { "location", "Location", "The spaceport, range or sea area that the pad is part of." },
    };
}
