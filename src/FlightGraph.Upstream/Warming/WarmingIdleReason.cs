namespace FlightGraph.Upstream.Warming;

/// <summary>Why warming makes no call.</summary>
public enum WarmingIdleReason
{
    /// <summary>It is switched off, or nothing would be remembered.</summary>
    SwitchedOff,

    /// <summary>The gateway starts, or the upstream has not told yet how many calls it allows.</summary>
    Starting,

    /// <summary>What is left of the budget is for clients.</summary>
    BudgetSpent,

    /// <summary>The upstream failed a short while ago.</summary>
    UpstreamFails,

    /// <summary>All that can be foreseen is fresh enough.</summary>
    NothingDue,
}
