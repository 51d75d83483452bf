namespace FlightGraph.StandIn.Data;

internal sealed record FixtureError(string File, int Line, string Message)
{
    public override string ToString() => $"{File}:{Line}: {Message}";
}
