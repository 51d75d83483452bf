namespace FlightGraph.Upstream.Budget;

/// <summary>
/// What each client has taken of the window. It lives in memory alone: an address is nobody's business after the window.
/// Whoever holds it locks it.
/// </summary>
internal sealed class ClientUsage
{
    private const int MaxClients = 10_000;

    /// <summary>Above this many, what a client took is counted by moments of that part of the window.</summary>
    private const int MaxExact = 100;

    private readonly Dictionary<string, ChargeLog> clients = new(StringComparer.Ordinal);

    /// <summary>Who asked last, and before that one who last asked that was somebody else.</summary>
    private (string Client, TimeSpan At)? last;
    private (string Client, TimeSpan At)? lastOther;

    /// <summary>Notes that a client asks, whatever comes of it.</summary>
    public void See(string client, TimeSpan now)
    {
        if (last is { } known && known.Client != client)
            lastOther = known;
        last = (client, now);
    }

    /// <summary>Whether nobody else has asked within the window: then there is nobody to leave anything to.</summary>
    public bool IsAlone(string client, TimeSpan now, TimeSpan window)
    {
        var other = last is { } known && known.Client != client ? last : lastOther;
        return other is not { } seen || now - seen.At >= window;
    }

    public void Note(string client, int limit, TimeSpan now, TimeSpan window)
    {
        if (!clients.TryGetValue(client, out var log))
        {
            if (clients.Count >= MaxClients)
                Forget(now, window);
            clients[client] = log = new ChargeLog();
        }

        log.Forget(now, window);
        var at = ChargeLog.EndOfMoment(now, limit <= MaxExact ? TimeSpan.Zero : window / MaxExact);
        if (log.Charges is [.., var newest] && newest.At == at)
            log.Grow(newest, 1);
        else
            log.Add(new Charge(client, at, 1));
    }

    /// <summary>How long until the client may make so many further calls.</summary>
    public TimeSpan WaitFor(string client, int calls, int most, TimeSpan now, TimeSpan window)
    {
        if (!clients.TryGetValue(client, out var log))
            return calls <= most ? TimeSpan.Zero : ((calls - 1) / most) * window;
        log.Forget(now, window);
        return log.WaitFor(calls, 0, most, now, window);
    }

    /// <summary>How many clients have taken something of the window.</summary>
    public bool HasClients(int count, TimeSpan now, TimeSpan window) => clients.Values.Where(log =>
    {
        log.Forget(now, window);
        return log.Used > 0;
    }).Take(count).Count() == count;

    public int UsedBy(string client, TimeSpan now, TimeSpan window)
    {
        if (!clients.TryGetValue(client, out var log))
            return 0;
        log.Forget(now, window);
        return log.Used;
    }

    /// <summary>Those with nothing left in the window, and if all have something, those with the least.</summary>
    private void Forget(TimeSpan now, TimeSpan window)
    {
        foreach (var log in clients.Values)
            log.Forget(now, window);
        foreach (var (client, _) in clients.OrderBy(client => client.Value.Used).Take(MaxClients / 10).ToList())
            clients.Remove(client);
    }
}
