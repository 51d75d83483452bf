namespace FlightGraph.Upstream.Budget;

/// <summary>Why there is no call, and when there would be one.</summary>
/// <param name="Reason">What stands in the way the longest.</param>
/// <param name="Wait">When this order would get its turn, counting those ahead of it; zero where nobody can tell.</param>
public sealed record BudgetRefusal(RefusalReason Reason, TimeSpan Wait);
