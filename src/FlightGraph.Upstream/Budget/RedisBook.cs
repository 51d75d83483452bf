using FlightGraph.Upstream.Archive;
using StackExchange.Redis;

namespace FlightGraph.Upstream.Budget;

/// <summary>
/// The ledger that all replicas share. One question at a time. Each says how much time has passed since the one before by
/// this replica's own clock, and names that one, since an answer may be lost on its way.
/// </summary>
/// <param name="redis">The connection.</param>
/// <param name="name">Of the ledger.</param>
/// <param name="replica">Of this one, unique.</param>
/// <param name="replicas">How many there are at most.</param>
/// <param name="clock">Its timestamps alone.</param>
internal sealed class RedisBook(RedisConnection redis, string name, string replica, int replicas, TimeProvider clock)
{
    // The braces keep the keys on one node of a cluster, which a script needs.
    private readonly RedisKey[] keys = [.. new[] { "charges", "counts", "figures", "replicas", "awaited" }.Select(part => (RedisKey)$"flightgraph:{{budget:{name}}}:{part}")];
    private string generation = "";
    private long lastNumber;
    private (long Number, long SentAt, long ReceivedAt) reference;

    /// <summary>Why the last question had no answer.</summary>
    public string Failure { get; private set; } = "";

    public int Limit { get; set; }

    public TimeSpan Window { get; set; }

    /// <summary>As all these: null when Redis cannot be reached, <see cref="BookReply.Stranger"/> when a heartbeat is to come first.</summary>
    public Task<BookReply?> ChargeAsync(int leave, string id, TimeSpan late) => AskAsync(LedgerScripts.Charge, leave, id, Microseconds(late));

    public Task<BookReply?> RefundAsync(string id) => AskAsync(LedgerScripts.Refund, id);

    public Task<BookReply?> BlockAsync(TimeSpan wait) => AskAsync(LedgerScripts.Block, Microseconds(wait));

    public Task<BookReply?> ReconcileAsync(int use, int knownBefore, TimeSpan? firstFreeIn) => AskAsync(
        LedgerScripts.Reconcile, use, knownBefore, firstFreeIn is { } first ? Microseconds(first) : -1, $"foreign:{Guid.NewGuid():N}");

    public Task<BookReply?> BeatAsync(
        int promise, int part, TimeSpan blockedFor, IReadOnlyList<StoredCharge> charges, IReadOnlyList<(string Id, TimeSpan Age)> settled, IReadOnlyCollection<string> peers) =>
        AskAsync(LedgerScripts.Beat,
        [
            Guid.NewGuid().ToString("N"), promise, part, Microseconds(blockedFor),
            charges.Count, .. charges.SelectMany(charge => new RedisValue[] { charge.Id, Microseconds(charge.Age), charge.Count }),
            settled.Count, .. settled.SelectMany(charge => new RedisValue[] { charge.Id, Microseconds(charge.Age) }),
            peers.Count, .. peers.Select(peer => (RedisValue)peer),
        ]);

    /// <summary>Nobody keeps anything for this replica any more.</summary>
    public Task LeaveAsync() => AskAsync(LedgerScripts.Leave);

    private static long Microseconds(TimeSpan time) => (long)time.TotalMicroseconds;

    private static TimeSpan Time(RedisResult microseconds) => TimeSpan.FromMicroseconds((long)microseconds);

    private async Task<BookReply?> AskAsync(string script, params RedisValue[] own)
    {
        var (number, now) = (++lastNumber, clock.GetTimestamp());
        RedisValue[] values =
        [
            replica, number, reference.Number,
            // It was there after it was sent and before it was answered.
            Microseconds(clock.GetElapsedTime(reference.ReceivedAt, now)), Microseconds(clock.GetElapsedTime(reference.SentAt, now)) + 1,
            Limit, Microseconds(Window), replicas, generation, .. own,
        ];
        try
        {
            var connection = await redis.GetAsync();
            var reply = (RedisResult[])(await connection.GetDatabase().ScriptEvaluateAsync(script, keys, values))!;
            if ((int)reply[0] == 0)
                return BookReply.Stranger;
            reference = (number, now, clock.GetTimestamp());
            return reply.Length < 8 ? null : Read(reply, now);
        }
        catch (Exception error) when (error is RedisException or TimeoutException or ObjectDisposedException)
        {
            Failure = error is RedisServerException ? error.Message : error.GetType().Name;
            return null;
        }
    }

    private BookReply Read(RedisResult[] reply, long askedAt)
    {
        var read = new BookReply
        {
            AskedAt = askedAt,
            IsCharged = (int)reply[1] == 1,
            IsPromised = (int)reply[1] == 2,
            IsRecovering = (int)reply[2] == 1,
            Used = (int)reply[3],
            BlockedFor = Time(reply[4]),
            Promise = (int)reply[5],
            Part = (int)reply[6],
            Known = (int)reply[7],
        };
        if (reply.Length < 11)
            return read;
        generation = (string)reply[8]!;
        var ages = (RedisResult[])reply[9]!;
        return read with
        {
            Charges = [.. Enumerable.Range(0, ages.Length / 2).Select(index => (Time(ages[2 * index]), (int)ages[(2 * index) + 1]))],
            Peers = [.. ((RedisResult[])reply[10]!).Select(peer => (string)peer!)],
        };
    }
}
