namespace FlightGraph.Upstream.Archive;

public enum ArchiveState
{
    /// <summary>Not opened yet, or given up until the next start.</summary>
    Off,

    /// <summary>What is saved is kept.</summary>
    Working,

    /// <summary>The last attempt failed; the next one may not.</summary>
    Failing,
}
