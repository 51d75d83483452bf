using Microsoft.Extensions.Logging;

namespace FlightGraph.Upstream.Archive;

/// <summary>How an archive is, and the log's one line for each change between working and failing.</summary>
/// <param name="place">As <see cref="ArchiveStatus.Place"/> tells it.</param>
/// <param name="where">As the log tells it.</param>
/// <param name="logger">Of the archives.</param>
internal sealed class ArchiveHealth(string place, string where, ILogger logger)
{
    private readonly Lock gate = new();
    private ArchiveStatus status = new(place, ArchiveState.Off, 0, 0);

    public ArchiveStatus Status
    {
        get
        {
            lock (gate)
                return status;
        }
    }

    public ArchiveState State => Status.State;

    /// <param name="answers">How many are kept now.</param>
    /// <param name="bytes">That they take.</param>
    public void Works(long answers, long bytes)
    {
        if (Becomes(before => before with { State = ArchiveState.Working, Answers = answers, Bytes = bytes }) == ArchiveState.Failing)
            Log.ArchiveWorksAgain(logger, where);
    }

    public void Fails(string reason)
    {
        if (Becomes(before => before with { State = ArchiveState.Failing }) != ArchiveState.Failing)
            Log.ArchiveFails(logger, where, reason);
    }

    /// <summary>For good: nothing is tried again before the next start.</summary>
    public void GivesUp(string reason)
    {
        Becomes(before => before with { State = ArchiveState.Off, Answers = 0, Bytes = 0 });
        Log.ArchiveGivenUp(logger, where, reason);
    }

    private ArchiveState Becomes(Func<ArchiveStatus, ArchiveStatus> change)
    {
        lock (gate)
        {
            var before = status.State;
            status = change(status);
            return before;
        }
    }
}
