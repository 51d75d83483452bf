namespace FlightGraph.Upstream.Planning;

/// <summary>How many calls an operation would make now, at most.</summary>
/// <param name="Calls">All of them.</param>
/// <param name="Fields">The calls by the field that makes them, dearest first.</param>
public sealed record CostEstimate(int Calls, IReadOnlyList<FieldCost> Fields);

/// <param name="Coordinate">Where the field stands in the schema, <c>Launch.launchServiceProvider</c>.</param>
/// <param name="Resource">The resource that is asked.</param>
/// <param name="Calls">How often, at most.</param>
public sealed record FieldCost(string Coordinate, string Resource, int Calls);
