namespace FlightGraph.Upstream.Warming;

/// <summary>A call that warming can make.</summary>
/// <param name="Name">The row of the plan.</param>
/// <param name="DueAt">When it is worth it; now, if that has passed.</param>
/// <param name="Ask">Makes it.</param>
internal sealed record WarmingTarget(string Name, DateTimeOffset DueAt, Func<CallTerms, CancellationToken, Task<WarmingOutcome>> Ask);
