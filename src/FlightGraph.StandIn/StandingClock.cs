namespace FlightGraph.StandIn;

/// <summary>A clock that stands: the data tell of one moment, and would grow false if they aged with the machine.</summary>
internal sealed class StandingClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
