namespace FlightGraph.Upstream.Budget;

/// <summary>What can be told, at one moment, of the times to come.</summary>
/// <param name="Ledger">Tells when charges end.</param>
/// <param name="Shares">What each class leaves.</param>
/// <param name="View">The ledger's figures at that moment.</param>
/// <param name="LaunchHourIn">When the launch hour begins that calls are kept for; null when none is kept.</param>
/// <param name="ClientsHave">The calls that clients have taken of the window.</param>
/// <param name="Now">That moment, by the queue's clock.</param>
internal readonly record struct Outlook(ICallLedger Ledger, BudgetShares Shares, LedgerView View, TimeSpan? LaunchHourIn, int ClientsHave, TimeSpan Now)
{
    public int Leave(CallClass callClass) => Leave(callClass, LaunchHourIn is not null);

    /// <summary>How long until so many calls could be made by that class.</summary>
    public TimeSpan WaitFor(int calls, CallClass callClass)
    {
        var wait = Ledger.WaitFor(calls, Leave(callClass));
        if (LaunchHourIn is not { } launch || wait <= launch)
            return wait;
        // What is kept for the launch hour is given out as soon as it begins.
        var inLaunchHour = Ledger.WaitFor(calls, Leave(callClass, false));
        var later = inLaunchHour > launch ? inLaunchHour : launch;
        return later < wait ? later : wait;
    }

    /// <summary>What never comes, with the limit as it is, is worth asking for again after a window.</summary>
    public BudgetRefusal InWords(BudgetRefusal refusal) => refusal.Wait == TimeSpan.MaxValue ? refusal with { Wait = View.Window } : refusal;

    private int Leave(CallClass callClass, bool isLaunchAwaited) => Shares.Leave(callClass, View.Limit, isLaunchAwaited, ClientsHave);
}
