namespace FlightGraph.Schema.Events;

internal static class EventQueries
{
    public static ResourceDefinition Events { get; } = new(
        "events", "event", "events", "Dockings, landings, spacewalks and whatever else happens in spaceflight beside launches");
}
