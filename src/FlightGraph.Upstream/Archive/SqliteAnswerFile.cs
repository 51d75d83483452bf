using Microsoft.Data.Sqlite;

namespace FlightGraph.Upstream.Archive;

/// <summary>
/// The file with its tables and statements, for one thread at a time. Other processes may have it open as well: each write is a
/// transaction, and readers are not kept waiting by it.
/// </summary>
internal sealed class SqliteAnswerFile : IDisposable
{
    private const string CurrentSchema = "1";

    // The body stands last: a scan of the rest never touches the pages it spills over to.
    private const string Tables = $"""
        CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) WITHOUT ROWID;
        INSERT OR IGNORE INTO meta (name, value) VALUES ('schema', '{CurrentSchema}');
        CREATE TABLE IF NOT EXISTS answers (
            key TEXT PRIMARY KEY NOT NULL, read_at INTEGER NOT NULL, origin TEXT NOT NULL,
            length INTEGER NOT NULL, stored INTEGER NOT NULL, body BLOB);
        CREATE INDEX IF NOT EXISTS answers_by_age ON answers (read_at, stored);
        """;

    private readonly SqliteConnection connection;

    private SqliteAnswerFile(SqliteConnection connection) => this.connection = connection;

    /// <summary>Null when its schema is not ours; then it is left as it was.</summary>
    /// <exception cref="SqliteException">It cannot be opened or is no database.</exception>
    public static SqliteAnswerFile? Open(string path)
    {
        var text = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 2 }.ToString();
        var file = new SqliteAnswerFile(new SqliteConnection(text));
        try
        {
            file.connection.Open();
            if (file.Prepare())
                return file;
            file.Dispose();
            return null;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public (long Answers, long Bytes) Count()
    {
        using var command = Command("SELECT count(*), ifnull(sum(stored), 0) FROM answers");
        using var row = command.ExecuteReader();
        row.Read();
        return (row.GetInt64(0), row.GetInt64(1));
    }

    public IReadOnlyList<ArchivedEntry> List()
    {
        using var command = Command("SELECT key, read_at, length FROM answers");
        using var row = command.ExecuteReader();
        List<ArchivedEntry> entries = [];
        while (row.Read())
            entries.Add(new ArchivedEntry(row.GetString(0), ReadTime.FromMicroseconds(row.GetInt64(1)), row.GetInt64(2)));
        return entries;
    }

    public StoredAnswer? Find(string key)
    {
        using var command = Command("SELECT read_at, origin, length, body FROM answers WHERE key = $key", ("$key", key));
        using var row = command.ExecuteReader();
        return row.Read()
            ? new StoredAnswer(key, row.GetInt64(0), row.GetString(1), row.GetInt64(2), row.IsDBNull(3) ? null : row.GetFieldValue<byte[]>(3))
            : null;
    }

    /// <summary>All or nothing. An answer gives way to a newer one only.</summary>
    public void Write(IReadOnlyList<StoredAnswer> saved, IReadOnlyList<string> removed)
    {
        // From the beginning a writer: one that read first could find that another has written meanwhile, and would have to give up.
        using var transaction = connection.BeginTransaction(deferred: false);
        foreach (var key in removed)
        {
            using var delete = Command("DELETE FROM answers WHERE key = $key", ("$key", key));
            delete.ExecuteNonQuery();
        }

        using var insert = Command("""
            INSERT INTO answers (key, read_at, origin, length, stored, body) VALUES ($key, $read_at, $origin, $length, $stored, $body)
            ON CONFLICT (key) DO UPDATE SET
                read_at = excluded.read_at, origin = excluded.origin, length = excluded.length, stored = excluded.stored, body = excluded.body
            WHERE excluded.read_at > answers.read_at
            """);
        foreach (var answer in saved)
        {
            insert.Parameters.Clear();
            insert.Parameters.AddWithValue("$key", answer.Key);
            insert.Parameters.AddWithValue("$read_at", answer.ReadAt);
            insert.Parameters.AddWithValue("$origin", answer.Origin);
            insert.Parameters.AddWithValue("$length", answer.Length);
            insert.Parameters.AddWithValue("$stored", answer.StoredBytes);
            insert.Parameters.AddWithValue("$body", (object?)answer.Body ?? DBNull.Value);
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    /// <summary>Lets those go that were read longest ago, until the file has at most so many bytes, and gives their space back.</summary>
    public void Trim(long maxBytes)
    {
        if (UsedBytes() <= maxBytes)
            return;

        // A page may hold several answers and goes only with the last of them, so that one round can miss by a little.
        for (var round = 0; round < 4 && UsedBytes() is var used && used > maxBytes; round++)
        {
            // A little more than must be, so that not every write has to.
            using var delete = Command(
                """
                DELETE FROM answers WHERE rowid IN (
                    SELECT rowid FROM (SELECT rowid, sum(stored) OVER (ORDER BY read_at, rowid) - stored AS before FROM answers) WHERE before < $excess)
                """,
                ("$excess", used - (maxBytes / 20 * 19)));
            delete.ExecuteNonQuery();
        }

        using var vacuum = Command("PRAGMA incremental_vacuum");
        using var step = vacuum.ExecuteReader();
        // Each step frees one page.
        while (step.Read())
        {
        }

        // What shrank did so in the log beside the file so far. Readers of other processes are not waited for.
        Execute("PRAGMA wal_checkpoint(PASSIVE)");
    }

    public void Dispose() => connection.Dispose();

    private bool Prepare()
    {
        if (Number("SELECT count(*) FROM sqlite_master") == 0)
            Execute("PRAGMA auto_vacuum = INCREMENTAL");
        else if (Number("SELECT count(*) FROM sqlite_master WHERE name = 'meta'") == 0 || Schema() != CurrentSchema)
            return false;

        Execute("PRAGMA busy_timeout = 2000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA journal_size_limit = 1048576");
        using var transaction = connection.BeginTransaction(deferred: false);
        Execute(Tables);
        transaction.Commit();
        return true;
    }

    private string? Schema()
    {
        using var command = Command("SELECT value FROM meta WHERE name = 'schema'");
        return command.ExecuteScalar() as string;
    }

    private long UsedBytes() => (Number("PRAGMA page_count") - Number("PRAGMA freelist_count")) * Number("PRAGMA page_size");

    private long Number(string text)
    {
        using var command = Command(text);
        return (long)command.ExecuteScalar()!;
    }

    private void Execute(string text)
    {
        using var command = Command(text);
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string text, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value);
        return command;
    }
}
