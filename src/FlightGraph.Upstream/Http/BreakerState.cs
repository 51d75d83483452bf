namespace FlightGraph.Upstream.Http;

/// <summary>Whether calls are made at all.</summary>
public enum BreakerState
{
    /// <summary>As usual.</summary>
    Closed,

    /// <summary>The break is over: one attempt goes as a probe, and its outcome decides for all.</summary>
    HalfOpen,

    /// <summary>The upstream failed several times in a row and gets a rest; calls fail without being made.</summary>
    Open,
}
