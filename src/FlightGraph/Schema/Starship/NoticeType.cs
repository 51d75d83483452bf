namespace FlightGraph.Schema.Starship;

internal static class NoticeType
{
    public static ObjectDefinition Definition { get; } = new(
        "Notice",
        "An official warning to aircraft or ships to keep clear, which often announces a test or a launch.")
    {
        { "type", "NoticeType", "Whom the notice warns, and in which form." },
        { "url", "URL", "Address of the notice itself." },
        { "date", "DateTime", "The time that the notice is about, in UTC." },
    };
}
