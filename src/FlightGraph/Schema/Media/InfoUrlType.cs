namespace FlightGraph.Schema.Media;

internal static class InfoUrlType
{
    public static ObjectDefinition Definition { get; } = new(
        "InfoUrl",
        "InfoURL",
        "A page to read about a launch, a mission or an event.")
    {
        { "priority", "Int", "LL2's rank of the page among those of the same object, such as `10`." },
        { "source", "String", "The site it is on, such as `www.nasa.gov`." },
        { "title", "String", "Headline of the page." },
        { "description", "String", "The page's summary of itself, cut short." },
        { "feature_image", "URL", "A preview picture of the page." },
        { "url", "URL", "Address of the page." },
        { "type", "InfoUrlType", "What kind of page it is." },
        { "language", "Language", "The language it is written in; null when LL2 does not say." },
    };
}
