namespace FlightGraph.StandIn.Data;

internal sealed record FixtureMember(string Name, int Line, FixtureNode Value);
