namespace FlightGraph.Schema.Launches;

internal static class UpdateType
{
    public static ObjectDefinition Definition { get; } = new(
        "Update",
        "A short piece of news that LL2's editors posted about a launch or an event.")
    {
        { "profile_image", "URL", "A picture of the editor who wrote it; null when there is none." },
        { "comment", "String", "The news in a sentence, such as `Launch success.`" },
        { "info_url", "URL", "Where the news comes from; null when no source is named." },
        { "created_by", "String", "The editor's user name; null when unknown." },
        { "created_on", "DateTime", "When it was posted, in UTC." },
    };
}
