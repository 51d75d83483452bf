namespace FlightGraph.StandIn.Data.Figures;

/// <summary>A time that somebody or something spent in space; without an end it still goes on.</summary>
internal sealed record Stay(DateTimeOffset Start, DateTimeOffset? End)
{
    public TimeSpan LengthUntil(DateTimeOffset now) => (End ?? now) - Start;
}
