namespace FlightGraph.Schema.Payloads;

internal static class PayloadTopic
{
    public static Topic Topic { get; } = new(
        [PayloadType.Definition, PayloadFlightType.Definition],
        [PayloadQueries.Payloads, PayloadQueries.PayloadFlights])
    {
        Edges = PayloadEdges.All,
    };
}
