namespace FlightGraph.Hosting.Ide;

/// <summary>What fallback.html hands on to Ruru; the names are Ruru's.</summary>
internal sealed record RuruSettings
{
    public required string Endpoint { get; init; }

    public required string DefaultQuery { get; init; }
}
