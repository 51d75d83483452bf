using FlightGraph.Upstream.Freshness;

namespace FlightGraph.DataLoaders;

/// <summary>How old what an operation was answered with is, all taken together.</summary>
internal sealed class OperationFreshness
{
    private readonly Lock guard = new();
    private Stamp? whole;

    /// <summary>The age of the oldest, fresh as long as the first to become stale; null while nothing was used.</summary>
    public Stamp? Whole
    {
        get
        {
            lock (guard)
                return whole;
        }
    }

    public void Note(Stamp stamp)
    {
        lock (guard)
            whole = whole?.And(stamp) ?? stamp;
    }
}
