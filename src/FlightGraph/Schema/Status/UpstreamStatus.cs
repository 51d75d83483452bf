using FlightGraph.Upstream.Budget;
using FlightGraph.Upstream.Http;

namespace FlightGraph.Schema.Status;

/// <summary>How the gateway stands with its upstream, at one moment.</summary>
internal sealed record UpstreamStatus
{
    public required BudgetState Budget { get; init; }

    public required BreakerState Breaker { get; init; }

    /// <summary>Until the breaker lets a probe through; zero while it is closed.</summary>
    public required TimeSpan UntilProbe { get; init; }

    public required DateTimeOffset? LastGoodCall { get; init; }

    public required IReadOnlyList<RememberedCount> Remembered { get; init; }

    /// <summary>Bytes, as estimated.</summary>
    public required long Memory { get; init; }

    /// <summary>How much that clients use is stale and waits for the budget.</summary>
    public required int RefreshesWaiting { get; init; }

    public required WarmingStatus Warming { get; init; }
}
