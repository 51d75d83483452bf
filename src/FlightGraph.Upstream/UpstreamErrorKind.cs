namespace FlightGraph.Upstream;

/// <summary>At which stage a call to the upstream failed.</summary>
public enum UpstreamErrorKind
{
    /// <summary>No connection, a broken connection, a server error or a refusal of the gateway as such.</summary>
    Unavailable,

    /// <summary>No whole answer within the time allowed.</summary>
    Timeout,

    /// <summary>The upstream wants fewer calls.</summary>
    RateLimited,

    /// <summary>An answer that is not what the contract promises.</summary>
    Malformed,

    /// <summary>The upstream refused the question: a value that it cannot filter by.</summary>
    Rejected,

    /// <summary>No call was made, since whoever asked wanted none.</summary>
    NotRemembered,
}
