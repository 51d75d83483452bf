using System.Diagnostics.CodeAnalysis;

namespace FlightGraph.Upstream.Budget;

/// <summary>The orders of one class. Clients take turns, and the orders of one client go as they came. Whoever holds it locks it.</summary>
internal sealed class ClientTurns
{
    private readonly LinkedList<string> turns = [];
    private readonly Dictionary<string, LinkedList<PendingCall>> lines = new(StringComparer.Ordinal);

    public int Count { get; private set; }

    public IEnumerable<(string Client, int Count)> Lines => lines.Select(line => (line.Key, line.Value.Count));

    public void Add(PendingCall call)
    {
        if (!lines.TryGetValue(call.Client, out var line))
        {
            // A newcomer waits for a turn of everybody who was there before.
            lines[call.Client] = line = [];
            turns.AddLast(call.Client);
        }

        line.AddLast(call);
        Count++;
    }

    public bool Remove(PendingCall call)
    {
        if (!lines.TryGetValue(call.Client, out var line) || !line.Remove(call))
            return false;
        Count--;
        if (line.Count == 0)
        {
            lines.Remove(call.Client);
            turns.Remove(call.Client);
        }

        return true;
    }

    /// <summary>Whose turn it is among the clients that may call; nothing is taken yet.</summary>
    public bool TryPeek(Func<string, bool> mayCall, [NotNullWhen(true)] out PendingCall? next)
    {
        foreach (var client in turns)
        {
            if (!mayCall(client))
                continue;
            next = lines[client].First!.Value;
            return true;
        }

        next = null;
        return false;
    }

    /// <summary>Takes an order out; its client's next turn comes after everybody else's.</summary>
    public void Take(PendingCall call)
    {
        Remove(call);
        if (lines.ContainsKey(call.Client))
        {
            turns.Remove(call.Client);
            turns.AddLast(call.Client);
        }
    }

    /// <summary>How many of its own client's orders go before it, or would if it came now.</summary>
    public int Depth(string client, PendingCall call)
    {
        var depth = 0;
        if (lines.TryGetValue(client, out var line))
        {
            foreach (var other in line)
            {
                if (ReferenceEquals(other, call))
                    break;
                depth++;
            }
        }

        return depth;
    }

    /// <summary>All orders as they would be served, each with how many of its client's go before it.</summary>
    public IEnumerable<(PendingCall Call, int Depth)> InOrder()
    {
        var rest = turns.Select(client => lines[client].First).ToList();
        for (var depth = 0; rest.Count > 0; depth++)
        {
            foreach (var node in rest)
                yield return (node!.Value, depth);
            rest = [.. rest.Select(node => node!.Next).Where(node => node is not null)];
        }
    }
}
