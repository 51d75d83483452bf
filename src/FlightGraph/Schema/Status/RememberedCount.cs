namespace FlightGraph.Schema.Status;

/// <param name="Type">A type of the schema.</param>
/// <param name="Count">How many of its objects are remembered.</param>
internal sealed record RememberedCount(string Type, int Count);
