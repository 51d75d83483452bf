namespace FlightGraph.Schema.Payloads;

internal static class PayloadQueries
{
    public static ResourceDefinition Payloads { get; } = new(
        "payloads", "payload", "payloads", "Satellites, probes and other things that rockets carry")
    {
        { "name", "name", "Only payloads of exactly this name, such as `Sputnik 1`; for a part of it use `search`." },
        { "manufacturer", "Agency", "manufacturer__id", "Only payloads built by this agency." },
        { "manufacturerName", "manufacturer__name", "Only payloads whose builder has exactly this name, such as `SpaceX`." },
        { "operator", "Agency", "operator__id", "Only payloads run by this agency; nothing matches an id that LL2 does not know." },
        { "knownOperator", "Agency", "operator", "Like `operator`, but an id that LL2 does not know is an error." },
        { "operatorName", "operator__name", "Only payloads run by an agency of exactly this name, such as `SpaceX`." },
        { "program", "Program", "program__id", "Only payloads that belong to this program." },
    };

    public static ResourceDefinition PayloadFlights { get; } = new(
        "payload_flights", "payloadFlight", "payloadFlights", "Flights of payloads, one for each launch that carried one")
    {
        { "payload", "Payload", "payload", "Only flights of this payload." },
    };
}
