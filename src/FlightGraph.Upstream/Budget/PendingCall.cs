namespace FlightGraph.Upstream.Budget;

/// <summary>An order that waits for its turn.</summary>
public sealed class PendingCall
{
    private readonly CallQueue queue;
    private readonly TaskCompletionSource<BudgetDecision> decision = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal PendingCall(CallQueue queue, CallOrder order, TimeSpan deadline)
    {
        this.queue = queue;
        Class = order.Class;
        Client = order.Client;
        Deadline = deadline;
    }

    /// <summary>Cancelled when the order was, or when the gateway stops.</summary>
    public Task<BudgetDecision> Decision => decision.Task;

    internal CallClass Class { get; set; }

    internal string Client { get; set; }

    /// <summary>By the queue's own clock.</summary>
    internal TimeSpan Deadline { get; set; }

    /// <summary>
    /// Somebody else wants the same call: it gets the better class of the two, in that class the earlier turn, and the longer
    /// patience. Changes nothing once it is decided.
    /// </summary>
    public void Promote(CallOrder order) => queue.Promote(this, order);

    /// <summary>Leaves the queue and costs nothing. False when it is decided already; then a lease is still to be disposed of.</summary>
    public bool Cancel() => queue.Cancel(this);

    internal void Decide(BudgetDecision made) => decision.TrySetResult(made);

    internal void Withdraw() => decision.TrySetCanceled();
}
