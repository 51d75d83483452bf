namespace FlightGraph.Schema.Starship;

internal static class LiveStreamType
{
    public static ObjectDefinition Definition { get; } = new(
        "LiveStream",
        "A camera or stream that is on the air for long, independent of a single launch.")
    {
        { "title", "String", "Headline of the stream." },
        { "description", "String", "The publisher's text on it, cut short." },
        { "image", "URL", "A preview picture. An address, not an `Image`." },
        { "url", "URL", "Address of the stream." },
    };
}
