using System.Diagnostics.CodeAnalysis;

namespace FlightGraph.Upstream.Budget;

/// <summary>The answer to an order: a lease or a refusal.</summary>
public sealed class BudgetDecision
{
    internal BudgetDecision(CallLease lease) => Lease = lease;

    internal BudgetDecision(BudgetRefusal refusal) => Refusal = refusal;

    /// <summary>The permission for one call; whoever gets it disposes of it.</summary>
    public CallLease? Lease { get; }

    public BudgetRefusal? Refusal { get; }

    [MemberNotNullWhen(true, nameof(Lease))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsGranted => Lease is not null;
}
