namespace FlightGraph.Upstream.Archive;

/// <summary>
/// A place where answers outlive the process. None of these throws because the place is damaged, full or away: then nothing is
/// found, nothing is kept, and the log says so once.
/// </summary>
internal interface IAnswerArchive : IAsyncDisposable
{
    /// <summary>Raised with the key when another gateway saved an answer in the same place, where that can be told.</summary>
    event Action<string>? SavedElsewhere;

    ArchiveStatus Status { get; }

    Task OpenAsync();

    /// <summary>All that is kept, in any order.</summary>
    Task<IReadOnlyList<ArchivedEntry>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Those of the answers that are kept, in any order.</summary>
    Task<IReadOnlyList<ArchivedAnswer>> ReadAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken);

    /// <summary>The answer, though it may still wait to be written.</summary>
    Task<ArchivedAnswer?> FindAsync(string key, CancellationToken cancellationToken);

    /// <summary>Keeps the answer soon, unless a newer one is there. Returns at once.</summary>
    void Save(ArchivedAnswer answer);

    void Remove(string key);

    /// <summary>Until all that waits is written, or one attempt failed.</summary>
    Task FlushAsync();
}
