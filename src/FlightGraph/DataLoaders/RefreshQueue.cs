using System.Collections.Concurrent;
using FlightGraph.Upstream.Freshness;
using FlightGraph.Upstream.Planning;
using FlightGraph.Upstream.Requests;

namespace FlightGraph.DataLoaders;

/// <summary>What clients use though it is stale, and so is to be asked for again when the budget allows.</summary>
internal sealed class RefreshQueue(TimeProvider clock)
{
    /// <summary>More could not be asked for in a day; what is left out is wanted again when it is used again.</summary>
    private const int MaxWants = 10_000;

    private readonly ConcurrentDictionary<object, RefreshWant> wants = new();
    private readonly SemaphoreSlim signal = new(0, 1);

    public int Count => wants.Count;

    public void Want(Need need, Stamp stamp)
    {
        // The object alone: what hangs on it is wanted by itself, and the document around it must not be kept.
        var alone = need with { Projection = need.Projection.WithoutEdges(), Stub = null };
        Want(new ResourceKey(need.Resource, need.Id), new RefreshWant(alone, null, stamp));
    }

    /// <param name="address">A page or document, as it was asked for: in the depth and length that others may need.</param>
    public void Want(UpstreamAddress address, Stamp stamp) => Want(address.ToRelativeUri(), new RefreshWant(null, address, stamp));

    /// <summary>Completes when something is wanted.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => wants.IsEmpty ? signal.WaitAsync(cancellationToken) : Task.CompletedTask;

    /// <summary>Takes out what is most urgent: used often, and stale for long beside its life.</summary>
    public IReadOnlyList<RefreshWant> Take(int most)
    {
        var now = clock.GetUtcNow();
        List<RefreshWant> taken = [];
        foreach (var (key, want) in wants.OrderByDescending(pair => pair.Value.Urgency(now)).Take(most).ToList())
        {
            if (wants.TryRemove(KeyValuePair.Create(key, want)))
                taken.Add(want);
        }

        return taken;
    }

    private void Want(object key, RefreshWant want)
    {
        if (wants.Count >= MaxWants && !wants.ContainsKey(key))
            return;
        wants.AddOrUpdate(key, want, (_, known) => known.And(want));
        if (signal.CurrentCount > 0)
            return;
        try
        {
            signal.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody else has just said so.
        }
    }
}
