using FlightGraph.Upstream.Budget;

namespace FlightGraph.Tests.Budget;

/// <summary>Notes when a ledger has charged, at the very moment, and passes everything on.</summary>
internal sealed class RecordingLedger(ICallLedger ledger, Action<Charge, int> charged, Action<Charge> refunded) : ICallLedger
{
    public LedgerView View => ledger.View;

    public Action? Changed
    {
        get => ledger.Changed;
        set => ledger.Changed = value;
    }

    public void Learn(int limit, TimeSpan window) => ledger.Learn(limit, window);

    public async ValueTask<ChargeAttempt> TryChargeAsync(int leave)
    {
        var attempt = await ledger.TryChargeAsync(leave);
        if (attempt.Charge is { } charge)
            charged(charge, leave);
        return attempt;
    }

    public void Settle(Charge charge) => ledger.Settle(charge);

    public void Refund(Charge charge)
    {
        refunded(charge);
        ledger.Refund(charge);
    }

    public void Block(TimeSpan wait) => ledger.Block(wait);

    public ValueTask ReconcileAsync(int use, int knownBefore, TimeSpan? firstFreeIn) => ledger.ReconcileAsync(use, knownBefore, firstFreeIn);

    public TimeSpan WaitFor(int calls, int leave) => ledger.WaitFor(calls, leave);

    public ValueTask DisposeAsync() => ledger.DisposeAsync();
}
