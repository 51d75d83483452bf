namespace FlightGraph.Upstream.Budget;

/// <summary>How many calls of the window each class leaves to those before it.</summary>
internal sealed class BudgetShares(BudgetOptions options, LaunchCalendar calendar, TimeProvider clock)
{
    public int MostForClient(int limit) => Math.Max(1, Part(options.MaxSharePerClient, limit));

    /// <summary>What clients, where they are many, leave to refreshing.</summary>
    public int ForRefresh(int limit) => Math.Min(Part(options.RefreshShare, limit), limit - 1);

    /// <summary>What a call of the class must leave, while a launch hour is awaited or not.</summary>
    /// <param name="clientsHave">The calls that clients have taken already: those need not be left to them.</param>
    public int Leave(CallClass callClass, int limit, bool isLaunchAwaited, int clientsHave)
    {
        // A client can call even where the limit is one.
        var launch = isLaunchAwaited ? Math.Min(Part(options.LaunchShare, limit), limit - 1) : 0;
        var clients = Part(options.ClientShare, limit);
        return callClass switch
        {
            CallClass.Client => launch,
            CallClass.Refresh => Math.Min(limit, launch + Math.Max(0, clients - clientsHave)),
            // The last call is a client's even where the shares are zero.
            _ => Math.Min(limit, launch + Math.Max(1, Math.Max(clients, Part(options.IdleShare, limit)))),
        };
    }

    /// <summary>When the launch hour begins that calls are kept for; null when none is kept.</summary>
    public TimeSpan? LaunchHourIn(TimeSpan window)
    {
        var now = clock.GetUtcNow();
        return !calendar.IsLaunchHour(now) && calendar.NextLaunchHourIn(now) is { } next && next <= window ? next : null;
    }

    /// <summary>Rounded first, so that the error of a binary fraction does not become a call.</summary>
    private static int Part(double share, int limit) => (int)Math.Ceiling(Math.Round(share * limit, 6));
}
