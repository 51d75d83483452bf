namespace FlightGraph.Schema.Agencies;

internal static class SocialMediaLinkType
{
    public static ObjectDefinition Definition { get; } = new(
        "SocialMediaLink",
        "One account of an organisation or a person, on one social network.")
    {
        { "social_media", "SocialMedia", "The network that the account is on." },
        { "url", "URL", "Address of the account." },
    };
}
