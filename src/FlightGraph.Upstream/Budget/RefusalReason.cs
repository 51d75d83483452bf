namespace FlightGraph.Upstream.Budget;

public enum RefusalReason
{
    /// <summary>The window has no call left for this class, or those ahead take what there is.</summary>
    Exhausted,

    /// <summary>The upstream said when it wants to be asked again.</summary>
    ToldToWait,

    /// <summary>This client has taken what one client may take of a window.</summary>
    ClientShare,

    /// <summary>The budget would allow it, but as many calls as may be are under way, and are slow.</summary>
    AllPlacesTaken,
}
