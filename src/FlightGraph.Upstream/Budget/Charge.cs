namespace FlightGraph.Upstream.Budget;

/// <summary>One call that was charged; where the limit is large, some calls of one moment.</summary>
/// <param name="id">Unique among all replicas and runs.</param>
/// <param name="at">From when it counts, by the ledger's own clock.</param>
/// <param name="count">How many calls.</param>
internal sealed class Charge(string id, TimeSpan at, int count)
{
    public string Id => id;

    public TimeSpan At { get; set; } = at;

    public int Count { get; set; } = count;

    /// <summary>Made by somebody else under the same address or key, as the upstream told.</summary>
    public bool IsForeign { get; init; }
}
