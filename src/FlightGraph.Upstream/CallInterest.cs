namespace FlightGraph.Upstream;

/// <summary>Who still waits for a call. One that nobody waits for is dropped, unless it has been sent already.</summary>
internal sealed class CallInterest
{
    private readonly Lock guard = new();
    private readonly CancellationTokenSource abandoned = new();
    private int waiters;
    private bool isSent;

    /// <summary>Says that nobody waits any more. Never said once the call is sent.</summary>
    public CancellationToken Abandoned => abandoned.Token;

    /// <summary>False when everybody has gone before.</summary>
    public bool TryJoin()
    {
        lock (guard)
        {
            if (abandoned.IsCancellationRequested)
                return false;
            waiters++;
            return true;
        }
    }

    public void Leave()
    {
        lock (guard)
        {
            if (--waiters == 0 && !isSent)
                abandoned.Cancel();
        }
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
