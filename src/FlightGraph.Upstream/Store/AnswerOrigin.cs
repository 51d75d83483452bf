namespace FlightGraph.Upstream.Store;

/// <summary>Where an answer comes from.</summary>
public enum AnswerOrigin
{
    /// <summary>The upstream.</summary>
    Upstream,

    /// <summary>Another upstream than the present one: it is good enough as long as nothing better is known, and stale.</summary>
    Elsewhere,

    /// <summary>Put together here from the rows of others. It does not outlive the process: they do.</summary>
    Part,
}
