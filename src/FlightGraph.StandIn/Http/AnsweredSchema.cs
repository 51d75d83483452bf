namespace FlightGraph.StandIn.Http;

/// <summary>Left on the request for faults that must know what the answer promised.</summary>
internal sealed record AnsweredSchema(string Name);
