namespace FlightGraph.Schema.Payloads;

internal static class PayloadType
{
    public static ObjectDefinition Definition { get; } = new(
        "Payload",
        "Something that rockets carry: a satellite, a probe, a lander. Each time it goes up is a `PayloadFlight`.")
    {
        { "name", "String", "What it is called, such as `Sputnik 1`." },
        { "type", "PayloadType", "What it is built for, such as `Technology Demonstrator`." },
        { "manufacturer", "Agency", "Who built it; null when unknown." },
        { "operator", "Agency", "Who runs it; null when unknown." },
        { "image", "Image", "A picture of it; null when there is none." },
        { "wiki_link", "URL", "Its article in Wikipedia." },
        { "info_link", "URL", "A page about it by its builder or operator." },
        { "program", "[Program!]", "The programs it belongs to. A list in spite of its name." },
        { "cost", "Long", "What it cost, in US dollars; null when unknown." },
        { "mass", "Float", "Mass in kilograms, of a single piece where several fly; null when unknown." },
        { "description", "String", "What it is for, in a few sentences. Null when there is none." },
    };
}
