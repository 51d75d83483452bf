namespace FlightGraph.Upstream.Budget;

/// <summary>What can be told, at one moment, of the times to come.</summary>
/// <param name="Ledger">Tells when charges end.</param>
/// <param name="Shares">What each class leaves.</param>
/// <param name="View">The ledger's figures at that moment.</param>
/// <param name="LaunchHourIn">When the launch hour begins that calls are kept for; null when none is kept.</param>
/// <param name="OwnShareIn">When refreshing may next spend of its own share; null where it has none.</param>
/// <param name="Now">That moment, by the queue's clock.</param>
internal readonly record struct Outlook(ICallLedger Ledger, BudgetShares Shares, LedgerView View, TimeSpan? LaunchHourIn, TimeSpan? OwnShareIn, TimeSpan Now)
{
    public int Leave(CallClass callClass) =>
        Shares.Leave(callClass == CallClass.Refresh && OwnShareIn == TimeSpan.Zero ? CallClass.Client : callClass, View.Limit, LaunchHourIn is not null);

    /// <summary>How long until so many calls could be made by that class.</summary>
    public TimeSpan WaitFor(int calls, CallClass callClass)
    {
        var wait = UsualWaitFor(calls, callClass);
        if (callClass != CallClass.Refresh || OwnShareIn is not { } own || wait <= own)
            return wait;
        var asClient = UsualWaitFor(calls, CallClass.Client);
        return asClient > own ? (asClient < wait ? asClient : wait) : own;
    }

    /// <summary>What never comes, with the limit as it is, is worth asking for again after a window.</summary>
    public BudgetRefusal InWords(BudgetRefusal refusal) => refusal.Wait == TimeSpan.MaxValue ? refusal with { Wait = View.Window } : refusal;

    /// <summary>Without the share of its own.</summary>
    private TimeSpan UsualWaitFor(int calls, CallClass callClass)
    {
        var wait = Ledger.WaitFor(calls, Shares.Leave(callClass, View.Limit, LaunchHourIn is not null));
        if (LaunchHourIn is not { } launch || wait <= launch)
            return wait;
        // What is kept for the launch hour is given out as soon as it begins.
        var inLaunchHour = Ledger.WaitFor(calls, Shares.Leave(callClass, View.Limit, false));
        var later = inLaunchHour > launch ? inLaunchHour : launch;
        return later < wait ? later : wait;
    }
}
