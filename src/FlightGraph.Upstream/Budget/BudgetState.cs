namespace FlightGraph.Upstream.Budget;

/// <summary>How the budget stands at one moment.</summary>
public sealed record BudgetState
{
    /// <summary>The most calls in a window.</summary>
    public required int Limit { get; init; }

    /// <summary>After that time a call no longer counts.</summary>
    public required TimeSpan Window { get; init; }

    /// <summary>The calls that count now, those of others under the same address or key included. It may be above the limit.</summary>
    public required int Used { get; init; }

    /// <summary>What is left of the limit, whoever may have it.</summary>
    public int Remaining => Math.Max(0, Limit - Used);

    /// <summary>When the next call of a client could be made if nobody were waiting; zero if now.</summary>
    public required TimeSpan NextCallIn { get; init; }

    /// <summary>How long the upstream wants no call at all; zero if it does not say so.</summary>
    public required TimeSpan BlockedFor { get; init; }

    /// <summary>How many orders wait.</summary>
    public required IReadOnlyDictionary<CallClass, int> Queued { get; init; }

    /// <summary>How many leases are out.</summary>
    public required int CallsUnderWay { get; init; }

    /// <summary>Whether these figures are those of all replicas; false without Redis and while it is away.</summary>
    public required bool IsShared { get; init; }

    /// <summary>Whether the upstream has told its limit.</summary>
    public required bool IsLimitLearned { get; init; }

    /// <summary>Whether calls are kept for a launch hour that comes.</summary>
    public required bool IsLaunchAwaited { get; init; }
}
