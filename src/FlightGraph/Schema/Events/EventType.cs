namespace FlightGraph.Schema.Events;

internal static class EventType
{
    public static ObjectDefinition Definition { get; } = new(
        "Event",
        "Something in spaceflight that is worth watching but is not a launch: a docking, a landing, a spacewalk, a press conference.")
    {
        { "name", "String", "Headline, such as `Progress MS-29 Docking`." },
        { "info_urls", "[InfoUrl!]", "Pages to read about it." },
        { "vid_urls", "[VidUrl!]", "Videos and streams of it." },
        { "image", "Image", "A picture that goes with it." },
        { "date", "DateTime", "When it happens or began, in UTC; only as exact as `datePrecision` says." },
        { "slug", "String", "The name in a form for web addresses, in lower case with hyphens: `progress-ms-29-docking`." },
        { "type", "EventType", "What kind of event it is." },
        { "description", "String", "What happens, in a paragraph." },
        { "webcast_live", "Boolean", "True while a stream of it is on the air." },
        { "location", "String", "Where it happens, as plain text and not as a `Location`: a station, a city, a planet." },
        { "date_precision", "NetPrecision", "How exact `date` is, from the second to the year; null when LL2 does not say." },
        { "duration", "Duration", "How long it lasts; null when that is unknown or means nothing." },
        { "updates", "[Update!]", "Notes on changes and progress." },
        { "last_updated", "DateTime", "When LL2 last changed this entry, in UTC." },
        { "agencies", "[Agency!]", "The organisations involved." },
        { "launches", "[Launch!]", "The launches it has to do with." },
        { "expeditions", "[Expedition!]", "The expeditions it has to do with." },
        { "spacestations", "[SpaceStation!]", "The stations it takes place at." },
        { "program", "[Program!]", "The programs it is part of. A list in spite of its name." },
        { "astronauts", "[Astronaut!]", "The people who take part." },
    };
}
