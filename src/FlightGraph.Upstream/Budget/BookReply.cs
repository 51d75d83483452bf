namespace FlightGraph.Upstream.Budget;

/// <summary>What Redis answers to any of the <see cref="LedgerScripts"/>.</summary>
internal sealed record BookReply
{
    /// <summary>The caller does not know this generation; nothing was done.</summary>
    public static readonly BookReply Stranger = new();

    /// <summary>When it was asked, by the caller's timestamps.</summary>
    public long AskedAt { get; init; }

    public bool IsCharged { get; init; }

    /// <summary>There is room, but it is promised to others, who may not need it after their next heartbeat.</summary>
    public bool IsPromised { get; init; }

    /// <summary>Not all that were known before have told yet what they have charged.</summary>
    public bool IsRecovering { get; init; }

    public int Used { get; init; }

    public TimeSpan BlockedFor { get; init; }

    /// <summary>What this replica may spend if Redis is lost now, in the window that follows.</summary>
    public int Promise { get; init; }

    /// <summary>What it may spend in each window after that.</summary>
    public int Part { get; init; }

    /// <summary>How many replicas there are, this one included.</summary>
    public int Known { get; init; }

    /// <summary>The charges that count, the oldest first; told by a heartbeat alone.</summary>
    public IReadOnlyList<(TimeSpan Age, int Count)>? Charges { get; init; }

    /// <summary>Told by a heartbeat alone.</summary>
    public IReadOnlyList<string> Peers { get; init; } = [];
}
