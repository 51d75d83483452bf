namespace FlightGraph.Upstream.Budget;

/// <summary>What a call to the upstream is for. The first of these goes first.</summary>
public enum CallClass
{
    /// <summary>Somebody waits for the answer.</summary>
    Client,

    /// <summary>Renews what clients use, before they ask again.</summary>
    Refresh,

    /// <summary>Fetches what nobody has asked for yet.</summary>
    Warming,
}
