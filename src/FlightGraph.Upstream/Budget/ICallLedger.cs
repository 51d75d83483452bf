namespace FlightGraph.Upstream.Budget;

/// <summary>What was spent in the window that slides behind now. All members may be called from any thread.</summary>
internal interface ICallLedger : IAsyncDisposable
{
    LedgerView View { get; }

    /// <summary>Called when there may be room sooner than <see cref="WaitFor"/> has told, or later.</summary>
    Action? Changed { get; set; }

    /// <summary>The upstream's rule, in place of the one known so far.</summary>
    void Learn(int limit, TimeSpan window);

    /// <summary>Charges one call if at least <paramref name="leave"/> are left after it. What comes back is recorded for good.</summary>
    ValueTask<ChargeAttempt> TryChargeAsync(int leave);

    /// <summary>The call has been counted by the upstream; until then it is younger than any other.</summary>
    void Settle(Charge charge);

    /// <summary>The call will certainly not be made.</summary>
    void Refund(Charge charge);

    /// <summary>No call for so long, whatever is left. A longer wait told before stays.</summary>
    void Block(TimeSpan wait);

    /// <summary>Adds what others have spent. Less than the ledger knows of changes nothing.</summary>
    /// <param name="use">The upstream's own count.</param>
    /// <param name="knownBefore">What the ledger knew of when the upstream was asked.</param>
    /// <param name="firstFreeIn">When the oldest of a full window no longer counts; null when it is not full.</param>
    ValueTask ReconcileAsync(int use, int knownBefore, TimeSpan? firstFreeIn);

    /// <summary>
    /// How long until the last of so many further calls could be made, each leaving <paramref name="leave"/>: zero if now,
    /// <see cref="TimeSpan.MaxValue"/> if never.
    /// </summary>
    TimeSpan WaitFor(int calls, int leave);
}
