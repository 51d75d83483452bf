using FlightGraph.Upstream.Documents;

namespace FlightGraph.Upstream.Warming;

/// <summary>What came of a target.</summary>
/// <param name="Error">Null for what went well.</param>
/// <param name="Facts">What the call took; null when none was made, since the budget refused or somebody else had just asked.</param>
/// <param name="Rows">How many rows or objects came.</param>
/// <param name="Moved">How many of them were edited since they were read; null where nobody asked for that.</param>
internal sealed record WarmingOutcome(UpstreamError? Error, CallFacts? Facts, int Rows, int? Moved = null)
{
    /// <summary>False where the budget or the breaker let no call through: it is still to be made.</summary>
    public bool IsSettled => Error is null || Facts is not null;

    public static WarmingOutcome Of(UpstreamResult<ResourcePage> result, int? moved = null) => new(result.Error, result.Facts, result.Value?.Rows.Count ?? 0, moved);

    public static WarmingOutcome Of(UpstreamResult<ResourceObject> result) => new(result.Error, result.Facts, result.IsFound ? 1 : 0);
}
