namespace FlightGraph.Schema.Agencies;

internal static class SocialMediaType
{
    public static ObjectDefinition Definition { get; } = new(
        "SocialMedia",
        "A place on the web where organisations and people have accounts, such as `X` or `LinkedIn`.")
    {
        { "name", "String", "What the network is called; `Homepage` stands for a website of their own." },
        { "url", "URL", "Address of the network's own website." },
        { "logo", "Image", "The logo of the network." },
    };
}
