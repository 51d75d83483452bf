namespace FlightGraph.Schema.Media;

internal static class VidUrlType
{
    public static ObjectDefinition Definition { get; } = new(
        "VidUrl",
        "VidURL",
        "A video or stream of a launch, a mission or an event.")
    {
        { "priority", "Int", "LL2's rank of the video among those of the same object, such as `10`." },
        { "source", "String", "The site it is on, such as `youtube.com`." },
        { "publisher", "String", "The channel that shows it, such as `SciNews`." },
        { "title", "String", "Headline of the video." },
        { "description", "String", "The publisher's text on it, cut short." },
        { "feature_image", "URL", "A preview picture of the video." },
        { "url", "URL", "Address of the video." },
        { "type", "VidUrlType", "What kind of video it is." },
        { "language", "Language", "The language spoken in it; null when LL2 does not say." },
        { "start_time", "DateTime", "When the stream begins or began, in UTC; null when LL2 does not say." },
        { "end_time", "DateTime", "When the stream ended, in UTC; null before that or when LL2 does not say." },
        { "live", "Boolean", "True while the stream is on the air." },
    };
}
