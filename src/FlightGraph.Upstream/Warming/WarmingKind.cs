namespace FlightGraph.Upstream.Warming;

/// <summary>In which way a row of <see cref="WarmingPlan"/> is asked for.</summary>
internal enum WarmingKind
{
    /// <summary>What was edited since the last time.</summary>
    Edits,

    /// <summary>A collection, by full pages.</summary>
    Pages,

    /// <summary>What clients ask for most.</summary>
    Popular,
}
