namespace FlightGraph.Schema.Events;

internal static class EventTopic
{
    public static Topic Topic { get; } = new(
        [EventType.Definition],
        [EventQueries.Events])
    {
        Edges = EventEdges.All,
    };
}
