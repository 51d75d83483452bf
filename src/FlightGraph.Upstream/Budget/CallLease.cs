namespace FlightGraph.Upstream.Budget;

/// <summary>
/// The permission for one call, which is charged already, and one of the places for calls under way. The place is free again
/// when the lease is disposed of.
/// </summary>
public sealed class CallLease : IDisposable
{
    private readonly CallQueue queue;
    private readonly Charge charge;
    private int isSettled;
    private int isReturned;

    internal CallLease(CallQueue queue, Charge charge)
    {
        this.queue = queue;
        this.charge = charge;
    }

    /// <summary>
    /// Says that the upstream has begun to answer. It counted the call some time between the charge and now, so the charge
    /// counts from now; else a call that is sent the moment a window ends could arrive there before that window has.
    /// </summary>
    public void MarkAnswered()
    {
        if (Interlocked.Exchange(ref isSettled, 1) == 0)
            queue.Settle(charge);
    }

    public void Dispose()
    {
        MarkAnswered();
        if (Interlocked.Exchange(ref isReturned, 1) == 0)
            queue.ReturnPlace();
    }
}
