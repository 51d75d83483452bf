namespace FlightGraph.Upstream;

/// <summary>Who still waits for a call. One that nobody waits for is dropped, unless it has been sent already.</summary>
internal sealed class CallInterest(CallTerms first)
{
    private readonly Lock guard = new();
    private readonly CancellationTokenSource abandoned = new();
    private CallTerms terms = first;
    private Action<CallTerms>? onStronger;
    private int waiters;
    private bool isSent;

    /// <summary>Says that nobody waits any more. Never said once the call is sent.</summary>
    public CancellationToken Abandoned => abandoned.Token;

    /// <summary>The terms of the one who has most right to the call: what a client waits for is made as a client's.</summary>
    public CallTerms Terms
    {
        get
        {
            lock (guard)
                return terms;
        }
    }

    /// <summary>False when everybody has gone before.</summary>
    public bool TryJoin(CallTerms joining)
    {
        Action<CallTerms>? tell;
        lock (guard)
        {
            if (abandoned.IsCancellationRequested)
                return false;
            waiters++;
            if (joining.Class < terms.Class)
                terms = joining;
            tell = isSent ? null : onStronger;
        }

        tell?.Invoke(joining);
        return true;
    }

    public void Leave()
    {
        lock (guard)
        {
            if (--waiters == 0 && !isSent)
                abandoned.Cancel();
        }
    }

    /// <summary>Tells of everybody who joins while the call waits for its turn.</summary>
    public void OnStronger(Action<CallTerms> tell)
    {
        lock (guard)
            onStronger = tell;
    }

    /// <summary>From here on the call is paid for, so it runs to its end and is there for whoever comes later.</summary>
    /// <exception cref="OperationCanceledException">Everybody has gone before.</exception>
    public void MarkSent()
    {
        lock (guard)
        {
            abandoned.Token.ThrowIfCancellationRequested();
            isSent = true;
        }
    }
}
