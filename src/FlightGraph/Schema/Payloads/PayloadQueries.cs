namespace FlightGraph.Schema.Payloads;

internal static class PayloadQueries
{
    public static ResourceDefinition Payloads { get; } = new(
        "payloads", "payload", "payloads", "Satellites, probes and other things that rockets carry");

    public static ResourceDefinition PayloadFlights { get; } = new(
        "payload_flights", "payloadFlight", "payloadFlights", "Flights of payloads, one for each launch that carried one");
}
