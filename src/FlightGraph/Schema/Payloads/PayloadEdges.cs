using FlightGraph.Schema.Edges;

namespace FlightGraph.Schema.Payloads;

/// <summary>Lists that the upstream gives only through a filter.</summary>
internal static class PayloadEdges
{
    public static IReadOnlyList<EdgeDefinition> All { get; } =
    [
        new("Payload", "flights", "payload_flights", "payload", "Flights of this payload.", OwnerPath: "payload.id"),
    ];
}
