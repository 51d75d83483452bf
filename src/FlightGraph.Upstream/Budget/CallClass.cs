namespace FlightGraph.Upstream.Budget;

/// <summary>For whom a call is made. Who comes first here goes first.</summary>
public enum CallClass
{
    /// <summary>A client waits for it.</summary>
    Client,

    /// <summary>Something that clients use has become stale.</summary>
    Refresh,

    /// <summary>Somebody may ask for it one day.</summary>
    Warming,
}
