namespace FlightGraph.Schema.Stations;

internal static class SpacewalkType
{
    public static ObjectDefinition Definition { get; } = new(
        "Spacewalk",
        "One outing in a space suit (extravehicular activity, EVA), from a station or a spacecraft, or on the Moon.")
    {
        { "name", "String", "What LL2 calls it; null when it has no name." },
        { "start", "DateTime", "When it began, in UTC." },
        { "end", "DateTime", "When it ended, in UTC; null until it has." },
        { "duration", "Duration", "Time from start to end." },
        { "location", "String", "Where it took place, as plain text, not a `Location`." },
        { "crew", "[AstronautFlight!]", "Who went outside, each with a role." },
        { "spacestation", "SpaceStation", "The station they went out from; null when it was a spacecraft." },
        { "expedition", "Expedition", "The expedition they belonged to; null when it was none." },
        { "spacecraft_flight", "SpacecraftFlight", "The flight of the spacecraft they went out from; null when it was a station." },
        { "event", "Event", "The entry among the events that announces or reports it; null when there is none." },
        { "program", "[Program!]", "The programs it was part of. A list in spite of its name." },
    };
}
