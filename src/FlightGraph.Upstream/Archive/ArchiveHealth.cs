using Microsoft.Extensions.Logging;

namespace FlightGraph.Upstream.Archive;

/// <summary>Whether an archive works, and the log's one line for each change of that.</summary>
internal sealed class ArchiveHealth(string place, ILogger logger)
{
    private readonly Lock gate = new();

    public ArchiveState State { get; private set; }

    public void Works()
    {
        if (Becomes(ArchiveState.Working) == ArchiveState.Failing)
            Log.ArchiveWorksAgain(logger, place);
    }

    public void Fails(string reason)
    {
        if (Becomes(ArchiveState.Failing) != ArchiveState.Failing)
            Log.ArchiveFails(logger, place, reason);
    }

    /// <summary>For good: nothing is tried again before the next start.</summary>
    public void GivesUp(string reason)
    {
        Becomes(ArchiveState.Off);
        Log.ArchiveGivenUp(logger, place, reason);
    }

    private ArchiveState Becomes(ArchiveState state)
    {
        lock (gate)
        {
            var before = State;
            State = state;
            return before;
        }
    }
}
