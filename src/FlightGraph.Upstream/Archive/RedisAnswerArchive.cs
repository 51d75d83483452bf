using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace FlightGraph.Upstream.Archive;

/// <summary>
/// Answers in a Redis that replicas share: a hash for each, and beside them an index by age with the sizes. A Redis that is away
/// costs at most a moment now and then; when it is back, reading and writing go on.
/// </summary>
internal sealed class RedisAnswerArchive : IAnswerArchive
{
    /// <summary>How long a start or a request waits for a Redis that does not answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>How long nothing is read after a failure, unless it comes back earlier.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    private readonly RedisConnection connection;
    private readonly string origin;
    private readonly long maxBytes;
    private readonly TimeProvider clock;
    private readonly ArchiveHealth health;
    private readonly AnswerWriter writer;
    private readonly string replica = Guid.NewGuid().ToString("N");
    private readonly string prefix;
    private readonly CancellationTokenSource disposed = new();
    private IConnectionMultiplexer? redis;
    private Task connecting = Task.CompletedTask;
    private long? failedAt;
    private bool isReviving;

    /// <param name="connection">To the server.</param>
    /// <param name="version">Of the upstream's contract.</param>
    /// <param name="host">The upstream's, so that one Redis can serve gateways over several.</param>
    /// <param name="origin">The present upstream.</param>
    /// <param name="maxBytes">The most that the answers may take as stored, about.</param>
    /// <param name="clock">For the rest after a failure.</param>
    /// <param name="logger">Told when it fails and when it works again.</param>
    public RedisAnswerArchive(RedisConnection connection, string version, string host, string origin, long maxBytes, TimeProvider clock, ILogger logger)
    {
        (this.connection, this.origin, this.maxBytes, this.clock) = (connection, origin, maxBytes, clock);
        // The braces keep all of it on one node of a cluster, as the scripts need.
        prefix = $"flightgraph:{version}:{{{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(host)))[..8]}}}:";
        health = new ArchiveHealth("Redis", "Redis", logger);
        writer = new AnswerWriter(WriteAsync);
    }

    public event Action<string>? SavedElsewhere;

    public ArchiveStatus Status => health.Status;

    private string Index => prefix + "index";

    private string Total => prefix + "total";

    private RedisChannel Channel => RedisChannel.Literal(prefix + "saved");

    public async Task OpenAsync()
    {
        connecting = ConnectAsync();
        try
        {
            await connecting.WaitAsync(Patience, clock);
        }
        catch (TimeoutException error)
        {
            Fail(error);
        }
    }

    public Task<IReadOnlyList<ArchivedEntry>> ListAsync(CancellationToken cancellationToken) => ReadAsync<IReadOnlyList<ArchivedEntry>>(
        async server =>
        {
            var index = server.SortedSetRangeByRankWithScoresAsync(Index);
            var lengths = (await server.HashGetAllAsync(prefix + "lengths")).ToDictionary(pair => (string)pair.Name!, pair => (long)pair.Value);
            return [.. (await index).Select(entry => new ArchivedEntry(
                entry.Element!, ReadTime.FromMicroseconds((long)entry.Score), lengths.GetValueOrDefault((string)entry.Element!)))];
        },
        [],
        cancellationToken);

    public Task<IReadOnlyList<ArchivedAnswer>> ReadAsync(
        IReadOnlyCollection<string> keys, CancellationToken cancellationToken) => ReadAsync<IReadOnlyList<ArchivedAnswer>>(
        async server =>
        {
            var stored = await Task.WhenAll(keys.Select(async key =>
                (Key: key, Fields: await server.HashGetAsync(AnswerKeyOf(key), ["at", "origin", "length", "body"]))));
            List<ArchivedAnswer> answers = [];
            foreach (var (key, fields) in stored)
            {
                // Redis may have dropped it on its own, being short of memory.
                if (fields[0].IsNull)
                    continue;
                if (new StoredAnswer(key, (long)fields[0], fields[1]!, (long)fields[2], fields[3]).Read(origin) is { } answer)
                    answers.Add(answer);
                else
                    Remove(key);
            }

            return answers;
        },
        [],
        cancellationToken);

    public async Task<ArchivedAnswer?> FindAsync(string key, CancellationToken cancellationToken) =>
        writer.Find(key) is { } waiting ? waiting.Answer : (await ReadAsync([key], cancellationToken)).FirstOrDefault();

    public void Save(ArchivedAnswer answer) => writer.Add(new AnswerChange(answer.Key, answer));

    public void Remove(string key) => writer.Add(new AnswerChange(key, null));

    /// <summary>A connection that is still to come ends with one or without, soon; what waits may only wait for that.</summary>
    public async Task FlushAsync()
    {
        await connecting;
        await writer.FlushAsync();
    }

    /// <summary>The connection is not ours to close.</summary>
    public async ValueTask DisposeAsync()
    {
        await disposed.CancelAsync();
        await writer.DisposeAsync();
        if (redis is null)
            return;
        redis.ConnectionRestored -= OnRestored;
        redis.ConnectionFailed -= OnFailed;
    }

    /// <summary>Ends when there is a connection, though perhaps without a server at its other end.</summary>
    private async Task ConnectAsync()
    {
        try
        {
            var connected = await connection.GetAsync();
            redis = connected;
            connected.ConnectionRestored += OnRestored;
            connected.ConnectionFailed += OnFailed;
            // Lasts through every later loss of the connection; without one yet there is nobody to wait for.
            await connected.GetSubscriber().SubscribeAsync(Channel, OnSaved, connected.IsConnected ? CommandFlags.None : CommandFlags.FireAndForget);
            if (!await TryRecoverAsync())
                Fail("no connection");
        }
        catch (Exception error) when (IsExpected(error))
        {
            Fail(error);
        }
    }

    private async Task<bool> WriteAsync(IReadOnlyList<AnswerChange> batch)
    {
        if (redis is null)
            return false;
        try
        {
            var server = redis.GetDatabase();
            // They travel together; each by itself is whole.
            await Task.WhenAll(batch.Select(change => server.ScriptEvaluateAsync(
                change.Answer is null ? RedisScripts.Remove : RedisScripts.Save, KeysOf(change.Key), ArgumentsOf(change))));
            await RecoverAsync();
            return true;
        }
        catch (Exception error) when (IsExpected(error))
        {
            Fail(error);
            return false;
        }
    }

    private async Task<T> ReadAsync<T>(Func<IDatabase, Task<T>> read, T otherwise, CancellationToken cancellationToken)
    {
        if (redis is null || (failedAt is { } at && clock.GetElapsedTime(at) < Rest))
            return otherwise;
        try
        {
            return await read(redis.GetDatabase()).WaitAsync(cancellationToken);
        }
        catch (Exception error) when (IsExpected(error))
        {
            Fail(error);
            return otherwise;
        }
    }

    private async Task RecoverAsync()
    {
        var server = redis!.GetDatabase();
        var answers = server.SortedSetLengthAsync(Index);
        var bytes = (long)await server.StringGetAsync(Total);
        failedAt = null;
        health.Works(await answers, bytes);
    }

    private void Fail(Exception error) =>
        // The library's own text is a page long and names addresses.
        Fail(error is RedisConnectionException broken ? broken.FailureType.ToString() : error.GetType().Name);

    private void Fail(string reason)
    {
        failedAt = clock.GetTimestamp();
        health.Fails(reason);
        if (!Interlocked.Exchange(ref isReviving, true))
            _ = ReviveAsync();
    }

    /// <summary>
    /// Tries until Redis works again, then writes what waits. The connection's own events come earlier where they come, but not
    /// after every failure.
    /// </summary>
    private async Task ReviveAsync()
    {
        try
        {
            do
                await Task.Delay(Patience, clock, disposed.Token);
            while (!await TryRecoverAsync());
        }
        catch (OperationCanceledException)
        {
            // Nobody needs it any more.
        }
        finally
        {
            Interlocked.Exchange(ref isReviving, false);
        }
    }

    private async Task<bool> TryRecoverAsync()
    {
        if (redis is not { IsConnected: true })
            return false;
        try
        {
            await RecoverAsync();
            writer.Wake();
            return true;
        }
        catch (Exception error) when (IsExpected(error))
        {
            return false;
        }
    }

    private void OnFailed(object? sender, ConnectionFailedEventArgs e)
    {
        // Events come on threads of their own, and this one perhaps after the connection is back.
        if (e.ConnectionType == ConnectionType.Interactive && redis is not { IsConnected: true })
            Fail(e.FailureType.ToString());
    }

    private void OnRestored(object? sender, ConnectionFailedEventArgs e)
    {
        if (e.ConnectionType == ConnectionType.Interactive)
            _ = TryRecoverAsync();
    }

    private void OnSaved(RedisChannel channel, RedisValue message)
    {
        if (message.ToString().Split(' ', 2) is [var sender, var key] && sender != replica)
            SavedElsewhere?.Invoke(key);
    }

    private RedisKey AnswerKeyOf(string key) => $"{prefix}answer:{key}";

    private RedisKey[] KeysOf(string key) => [AnswerKeyOf(key), Index, prefix + "stored", prefix + "lengths", Total];

    private RedisValue[] ArgumentsOf(AnswerChange change)
    {
        if (change.Answer is null)
            return [change.Key];
        var stored = StoredAnswer.Of(change.Answer, origin);
        return
        [
            stored.Key, stored.ReadAt, stored.Origin, stored.Length, stored.StoredBytes, stored.Body is not null, stored.Body ?? [],
            maxBytes, $"{prefix}answer:", Channel.ToString(), replica,
        ];
    }

    private static bool IsExpected(Exception error) => error
        is RedisException or TimeoutException or ObjectDisposedException or OperationCanceledException { CancellationToken.IsCancellationRequested: false };
}
