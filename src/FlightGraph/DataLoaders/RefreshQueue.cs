using System.Collections.Concurrent;
using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Freshness;
using FlightGraph.Upstream.Planning;
using FlightGraph.Upstream.Requests;
using FlightGraph.Upstream.Store;

namespace FlightGraph.DataLoaders;

/// <summary>What clients use though it is stale, and so is to be asked for again when the budget allows.</summary>
internal sealed class RefreshQueue(WholeCollections collections, TimeProvider clock)
{
    /// <summary>More could not be asked for in a day; what is left out is wanted again when it is used again.</summary>
    private const int MaxWants = 10_000;

    private const int TurnOfStale = 8;

    private readonly ConcurrentDictionary<object, RefreshWant> wants = new();
    private readonly SemaphoreSlim signal = new(0, 1);
    private int takes;

    public int Count => wants.Count;

    public void Want(Need need, Stamp stamp)
    {
        // The object alone: what hangs on it is wanted by itself, and the document around it must not be kept.
        var alone = need with { Projection = need.Projection.WithoutEdges(), Stub = null };
        Want(new ResourceKey(need.Resource, need.Id), new RefreshWant(alone, null, stamp));
    }

    /// <param name="address">A page or document, as it was asked for: in the depth and length that others may need.</param>
    public void Want(UpstreamAddress address, Stamp stamp) => Want(address.ToRelativeUri(), new RefreshWant(null, address, stamp));

    /// <summary>
    /// An object or a list that was asked for in vain: a page of the collection brings a hundred objects for the price of one, and
    /// lists can be made of all its pages.
    /// </summary>
    public void WantWithOthers(Resource resource, Projection need)
    {
        if (resource.Fullest.Variant.Covers(need) && collections.NextPage(resource) is { } page)
            Want(page.ToRelativeUri(), new RefreshWant(null, new PageAddress(page), null));
    }

    /// <summary>Completes when something is wanted.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => wants.IsEmpty ? signal.WaitAsync(cancellationToken) : Task.CompletedTask;

    /// <summary>
    /// Takes out what is most urgent, and with it what the same call brings: calls are given out one by one, and what is taken out
    /// and refused is forgotten. No answer is worse than an old one, so what is missing goes before what is stale, but for one time
    /// in <see cref="TurnOfStale"/>: those who ask for rare things must not keep old what everybody looks at.
    /// </summary>
    public IReadOnlyList<RefreshWant> Take(int most)
    {
        var now = clock.GetUtcNow();
        var isTurnOfStale = ++takes % TurnOfStale == 0;
        var ranked = wants.OrderBy(pair => pair.Value.IsMissing == isTurnOfStale).ThenByDescending(pair => pair.Value.Urgency(now)).ToList();
        if (ranked.Count == 0)
            return [];
        var together = ranked[0].Value.Need is { Resource: { BatchFilter: not null } resource } ? ranked.Where(pair => pair.Value.Need?.Resource == resource).Take(most) : ranked.Take(1);
        return [.. together.Where(wants.TryRemove).Select(pair => pair.Value)];
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
