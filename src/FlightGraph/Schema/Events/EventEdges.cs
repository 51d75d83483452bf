using FlightGraph.Schema.Edges;

namespace FlightGraph.Schema.Events;

/// <summary>Lists that the upstream gives only through a filter.</summary>
internal static class EventEdges
{
    public static IReadOnlyList<EdgeDefinition> All { get; } =
    [
        new("Event", "spacewalks", "spacewalks", "event__ids", "Spacewalks that belong to the event."),
    ];
}
