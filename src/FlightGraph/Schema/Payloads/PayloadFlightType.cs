namespace FlightGraph.Schema.Payloads;

internal static class PayloadFlightType
{
    public static ObjectDefinition Definition { get; } = new(
        "PayloadFlight",
        "One payload, or several alike, aboard one launch: where it was sent and what became of it.")
    {
        { "destination", "String", "Where it was sent, as text, such as `Low Earth Orbit`; null when unknown." },
        { "amount", "Int", "How many pieces of this payload went up together; 1 for a single satellite." },
        { "payload", "Payload", "What was carried." },
        { "launch", "Launch", "The launch that carried it." },
        { "docking_events", "[DockingEvent!]", "Every docking in which this payload was the arriving vehicle. Empty when it never docked." },
        { "landing", "Landing", "How it came down, on Earth or elsewhere; null when no landing is recorded." },
    };
}
