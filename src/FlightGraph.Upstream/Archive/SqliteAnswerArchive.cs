using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace FlightGraph.Upstream.Archive;

/// <summary>
/// Answers in a file. One that is damaged, whenever that shows, is put aside and a new one begun; where none can be written,
/// nothing is kept.
/// </summary>
/// <param name="folder">Where the file lies; made when it is not there.</param>
/// <param name="origin">The present upstream.</param>
/// <param name="maxBytes">The most that the file may have.</param>
/// <param name="logger">Told when it fails and when it works again.</param>
internal sealed class SqliteAnswerArchive : IAnswerArchive
{
    public const string FileName = "answers.db";

    private readonly string folder;
    private readonly string path;
    private readonly string origin;
    private readonly long maxBytes;
    private readonly ILogger logger;
    private readonly ArchiveHealth health;
    private readonly AnswerWriter writer;
    // The one connection has one user at a time; its calls are short, and the writer's batches small.
    private readonly SemaphoreSlim access = new(1);
    private SqliteAnswerFile? file;

    public SqliteAnswerArchive(string folder, string origin, long maxBytes, ILogger logger)
    {
        (this.folder, this.origin, this.maxBytes, this.logger) = (folder, origin, maxBytes, logger);
        path = Path.Combine(folder, FileName);
        health = new ArchiveHealth("disk", "the folder of Cache:Path", logger);
        writer = new AnswerWriter(WriteAsync);
    }

    /// <summary>Never: another process on the same folder cannot call us. Its answers are found when asked for.</summary>
    public event Action<string>? SavedElsewhere
    {
        add { }
        remove { }
    }

    public ArchiveStatus Status => health.Status;

    public Task OpenAsync() => LockedAsync(
        () =>
        {
            if (file is null)
                Open_NeedsLock();
            return true;
        },
        CancellationToken.None);

    public Task<IReadOnlyList<ArchivedEntry>> ListAsync(CancellationToken cancellationToken) =>
        UseAsync(static file => file.List(), [], cancellationToken);

    public async Task<IReadOnlyList<ArchivedAnswer>> ReadAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        IReadOnlyList<StoredAnswer> stored = await UseAsync<IReadOnlyList<StoredAnswer>>(
            file => [.. keys.Select(file.Find).OfType<StoredAnswer>()], [], cancellationToken);
        List<ArchivedAnswer> answers = [];
        foreach (var one in stored)
        {
            if (one.Read(origin) is { } answer)
                answers.Add(answer);
            else
                Remove(one.Key);
        }

        return answers;
    }

    public async Task<ArchivedAnswer?> FindAsync(string key, CancellationToken cancellationToken) =>
        writer.Find(key) is { } waiting ? waiting.Answer : (await ReadAsync([key], cancellationToken)).FirstOrDefault();

    public void Save(ArchivedAnswer answer) => Add(new AnswerChange(answer.Key, answer));

    public void Remove(string key) => Add(new AnswerChange(key, null));

    public Task FlushAsync() => writer.FlushAsync();

    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
        await LockedAsync(
            () =>
            {
                file?.Dispose();
                file = null;
                return true;
            },
            CancellationToken.None);
    }

    private void Add(AnswerChange change)
    {
        if (health.State != ArchiveState.Off)
            writer.Add(change);
    }

    private async Task<bool> WriteAsync(IReadOnlyList<AnswerChange> batch)
    {
        List<StoredAnswer> saved = [.. batch.Where(change => change.Answer is not null).Select(change => StoredAnswer.Of(change.Answer!, origin))];
        List<string> removed = [.. batch.Where(change => change.Answer is null).Select(change => change.Key)];
        return await UseAsync(
            file =>
            {
                file.Write(saved, removed);
                file.Trim(maxBytes);
                var (answers, bytes) = file.Count();
                health.Works(answers, bytes);
                return true;
            },
            // Nowhere to write to is the end of it; anything else may work the next time.
            otherwise: health.State == ArchiveState.Off,
            CancellationToken.None);
    }

    private Task<T> UseAsync<T>(Func<SqliteAnswerFile, T> use, T otherwise, CancellationToken cancellationToken) =>
        LockedAsync(() => Use_NeedsLock(use, otherwise), cancellationToken);

    private T Use_NeedsLock<T>(Func<SqliteAnswerFile, T> use, T otherwise)
    {
        if (file is null)
            return otherwise;
        try
        {
            return use(file);
        }
        catch (Exception error) when (IsDamage(error))
        {
            file.Dispose();
            file = null;
            BeginAnew_NeedsLock(error);
            // What was to be written still waits.
            writer.Wake();
        }
        catch (SqliteException error)
        {
            health.Fails(FileFailure.Reason(error));
        }

        return otherwise;
    }

    private void Open_NeedsLock()
    {
        try
        {
            Directory.CreateDirectory(folder);
            Accept_NeedsLock(SqliteAnswerFile.Open(path));
        }
        catch (Exception error) when (IsDamage(error))
        {
            BeginAnew_NeedsLock(error);
        }
        catch (Exception error) when (IsExpected(error))
        {
            health.GivesUp(FileFailure.Reason(error));
        }
    }

    private void BeginAnew_NeedsLock(Exception damage)
    {
        var aside = path + ".damaged";
        try
        {
            File.Move(path, aside, overwrite: true);
            // They belong to the file that was and would spoil the one to come.
            File.Delete(path + "-wal");
            File.Delete(path + "-shm");
            Log.ArchiveDamaged(logger, FileName, Path.GetFileName(aside), FileFailure.Reason(damage));
            Accept_NeedsLock(SqliteAnswerFile.Open(path));
        }
        catch (Exception error) when (IsExpected(error))
        {
            health.GivesUp(FileFailure.Reason(error));
        }
    }

    private void Accept_NeedsLock(SqliteAnswerFile? opened)
    {
        if (opened is null)
        {
            health.GivesUp($"{path} was written by another release, or by something else, and is left alone");
            return;
        }

        try
        {
            var (answers, bytes) = opened.Count();
            health.Works(answers, bytes);
        }
        catch
        {
            opened.Dispose();
            throw;
        }

        file = opened;
    }

    private async Task<T> LockedAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        await access.WaitAsync(cancellationToken);
        try
        {
            // The calls below block; whoever asks may be in the middle of a request.
            return await Task.Run(work, CancellationToken.None);
        }
        finally
        {
            access.Release();
        }
    }

    /// <summary>The file says so itself, is no database at all, or has other kinds of values than were written.</summary>
    private static bool IsDamage(Exception error) => error is SqliteException { SqliteErrorCode: 11 or 26 } or InvalidCastException;

    private static bool IsExpected(Exception error) =>
        error is SqliteException or InvalidCastException or IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;
}
