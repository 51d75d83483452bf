using FlightGraph.Upstream.Archive;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace FlightGraph.Upstream.Budget;

/// <summary>
/// What one upstream's ledger leaves on disk. Times are written in steady time: the wall clock less its jumps, as far as the
/// machine has not been started anew since, or a process that was alive has seen them. Whoever holds it locks it. What goes wrong with the disk is told once; from then on
/// nothing is kept.
/// </summary>
/// <param name="folder">Made if it is not there.</param>
/// <param name="name">Of the ledger; a file may hold several.</param>
/// <param name="boot">Of the machine: while it is the same, timestamps go on from process to process. Null if nobody knows.</param>
/// <param name="clock">Both its times.</param>
/// <param name="logger">For the one warning.</param>
internal sealed class LedgerFile(string folder, string name, string? boot, TimeProvider clock, ILogger logger) : IDisposable
{
    public const string FileName = "budget.db";

    private const string Layout = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        CREATE TABLE IF NOT EXISTS ledgers (
            name TEXT PRIMARY KEY, correction INTEGER NOT NULL DEFAULT 0, blocked_until INTEGER NOT NULL DEFAULT 0, blocked_for INTEGER NOT NULL DEFAULT 0,
            boot TEXT, timestamp INTEGER NOT NULL DEFAULT 0, steady INTEGER NOT NULL DEFAULT 0);
        CREATE TABLE IF NOT EXISTS charges (
            row INTEGER PRIMARY KEY AUTOINCREMENT, ledger TEXT NOT NULL, id TEXT NOT NULL UNIQUE, at INTEGER NOT NULL, count INTEGER NOT NULL, written INTEGER NOT NULL);
        CREATE INDEX IF NOT EXISTS charges_by_age ON charges (ledger, at);
        """;

    /// <summary>Longer than any window: rows of that age are of no use to the ledger of any upstream.</summary>
    private static readonly TimeSpan MaxAge = TimeSpan.FromDays(8);

    /// <summary>A clock that is put right by less than this has not jumped.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(1);

    private SqliteConnection? connection;
    private SqliteTransaction? transaction;
    private long lastRow;
    private (long Timestamp, long Steady)? last;
    private bool isBroken;

    private long Wall => clock.GetUtcNow().UtcTicks;

    /// <summary>The charges on disk, the oldest first, and the wait told last. A charge from the future counts as made now.</summary>
    public (IReadOnlyList<StoredCharge> Charges, TimeSpan BlockedFor) Load()
    {
        IReadOnlyList<StoredCharge> charges = [];
        var blockedFor = TimeSpan.Zero;
        InTransaction(now =>
        {
            Execute("DELETE FROM charges WHERE ledger = $name AND at < $oldest", ("$oldest", now - MaxAge.Ticks));
            Execute("DELETE FROM charges WHERE ledger <> $name AND written < $oldest", ("$oldest", Wall - MaxAge.Ticks));
            Execute("UPDATE charges SET at = $now WHERE ledger = $name AND at > $now", ("$now", now));
            charges = NewRows(now);
            // A clock that went back while nobody looked makes no wait longer than it was.
            blockedFor = new TimeSpan(Math.Max(0, Number("SELECT MIN(blocked_until - $now, blocked_for) FROM ledgers WHERE name = $name", ("$now", now))));
        });
        return (charges, blockedFor);
    }

    /// <summary>
    /// Shows what other processes have written since the last time, and writes what is decided on it, while no other process
    /// can write. It is on disk when this returns.
    /// </summary>
    /// <param name="window">Older rows are dropped.</param>
    /// <param name="decide">Called once, even where the disk fails.</param>
    public void Write(TimeSpan window, Func<IReadOnlyList<StoredCharge>, StoredCharge?> decide)
    {
        var isDecided = false;
        InTransaction(now =>
        {
            var others = NewRows(now);
            isDecided = true;
            if (decide(others) is not { } charge)
                return;
            Execute("DELETE FROM charges WHERE ledger = $name AND at < $oldest", ("$oldest", now - window.Ticks));
            Execute(
                // One that grows gets a new row, so that other processes see it again.
                "INSERT OR REPLACE INTO charges (ledger, id, at, count, written) VALUES ($name, $id, $at, $count, $wall)",
                ("$id", charge.Id), ("$at", now - charge.Age.Ticks), ("$count", charge.Count), ("$wall", Wall));
            lastRow = Number("SELECT last_insert_rowid()");
        });
        if (!isDecided)
            decide([]);
    }

    /// <summary>Puts the count right of a row that was written ahead of its calls; zero drops it.</summary>
    public void Change(string id, int count) => InTransaction(_ =>
        Execute(count == 0 ? "DELETE FROM charges WHERE id = $id" : "UPDATE charges SET count = $count WHERE id = $id", ("$id", id), ("$count", count)));

    public void Block(TimeSpan wait) => InTransaction(now =>
        Execute("UPDATE ledgers SET blocked_until = $until, blocked_for = $wait WHERE name = $name", ("$until", now + wait.Ticks), ("$wait", wait.Ticks)));

    public void Dispose()
    {
        // The last look at the clock: what it jumped since the last charge is written down.
        InTransaction(_ => { });
        isBroken = true;
        connection?.Dispose();
    }

    private void InTransaction(Action<long> act)
    {
        if (transaction is not null)
        {
            act(last!.Value.Steady);
            return;
        }

        if (isBroken)
            return;
        try
        {
            connection ??= Open();
            using (transaction = connection.BeginTransaction(deferred: false))
            {
                act(SteadyNow());
                transaction.Commit();
            }
        }
        catch (Exception error) when (error is SqliteException or IOException or UnauthorizedAccessException)
        {
            Log.BudgetNotKept(logger, FileFailure.Reason(error));
            isBroken = true;
            connection?.Dispose();
        }
        finally
        {
            transaction = null;
        }
    }

    private SqliteConnection Open()
    {
        Directory.CreateDirectory(folder);
        var opened = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, FileName), Pooling = false, DefaultTimeout = 5 }.ToString());
        try
        {
            opened.Open();
            using var command = opened.CreateCommand();
            command.CommandText = Layout;
            command.ExecuteNonQuery();
            return opened;
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    private long SteadyNow()
    {
        Execute("INSERT OR IGNORE INTO ledgers (name) VALUES ($name)");
        last ??= LastOfThisBoot();
        var steady = Wall - Number("SELECT correction FROM ledgers WHERE name = $name");
        if (last is { } known && known.Steady + clock.GetElapsedTime(known.Timestamp).Ticks is var expected && Math.Abs(steady - expected) > Tolerance.Ticks)
        {
            steady = expected;
            Execute("UPDATE ledgers SET correction = $correction WHERE name = $name", ("$correction", Wall - steady));
        }

        last = (clock.GetTimestamp(), steady);
        if (boot is not null)
            Execute("UPDATE ledgers SET boot = $boot, timestamp = $timestamp, steady = $steady WHERE name = $name", ("$boot", boot), ("$timestamp", last.Value.Timestamp), ("$steady", steady));
        return steady;
    }

    /// <summary>Where the process before this one left off, if its timestamps are comparable with ours.</summary>
    private (long Timestamp, long Steady)? LastOfThisBoot()
    {
        using var command = Command("SELECT timestamp, steady FROM ledgers WHERE name = $name AND boot = $boot AND timestamp <= $now", ("$boot", boot ?? ""), ("$now", clock.GetTimestamp()));
        using var reader = command.ExecuteReader();
        return reader.Read() ? (reader.GetInt64(0), reader.GetInt64(1)) : null;
    }

    private List<StoredCharge> NewRows(long now)
    {
        List<StoredCharge> rows = [];
        using var command = Command("SELECT row, id, at, count FROM charges WHERE ledger = $name AND row > $last ORDER BY at", ("$last", lastRow));
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            lastRow = Math.Max(lastRow, reader.GetInt64(0));
            rows.Add(new StoredCharge(reader.GetString(1), new TimeSpan(now - reader.GetInt64(2)), reader.GetInt32(3)));
        }

        return rows;
    }

    private void Execute(string sql, params (string Name, object Value)[] values)
    {
        using var command = Command(sql, values);
        command.ExecuteNonQuery();
    }

    private long Number(string sql, params (string Name, object Value)[] values)
    {
        using var command = Command(sql, values);
        return command.ExecuteScalar() is long number ? number : 0;
    }

    private SqliteCommand Command(string sql, params (string Name, object Value)[] values)
    {
        var command = connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        command.Parameters.AddWithValue("$name", name);
        foreach (var (parameter, value) in values)
            command.Parameters.AddWithValue(parameter, value);
        return command;
    }
}
