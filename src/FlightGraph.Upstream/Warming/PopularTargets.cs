using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Freshness;
using FlightGraph.Upstream.Requests;
using FlightGraph.Upstream.Store;

namespace FlightGraph.Upstream.Warming;

/// <summary>What clients ask for most, as calls: objects of one kind together, where the upstream takes several ids.</summary>
internal sealed class PopularTargets(Popularity popularity, UpstreamClient upstream, EntityStore objects, ListStore lists, TimeProvider clock)
{
    /// <summary>No more is looked at: the rest is asked for when somebody uses it.</summary>
    private const int MaxThings = 50;

    /// <summary>One use is no habit.</summary>
    private const double MinUses = 2;

    /// <summary>Objects in full have 20 KB each, and large answers are slow.</summary>
    private const int MaxBatch = 20;

    /// <summary>So long before it is stale something is asked for again.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, DateTimeOffset> notBefore = new(StringComparer.Ordinal);

    /// <summary>The most used first, due or not.</summary>
    public IEnumerable<WarmingTarget> All(WarmingRow row)
    {
        var now = clock.GetUtcNow();
        var things = popularity.Top(MaxThings, MinUses).Select(thing => (Thing: thing, DueAt: DueAt(thing, row.Period))).ToList();
        foreach (var (thing, dueAt) in things)
        {
            if (thing.Need is { Resource: { BatchFilter: not null } resource })
            {
                var together = things.Where(other => other.Thing.Need?.Resource == resource && other.DueAt <= now).Take(MaxBatch).Select(other => other.Thing).ToList();
                yield return together.Contains(thing) ? Together(row, resource, together, dueAt) : One(row, thing, dueAt);
            }
            else
            {
                yield return One(row, thing, dueAt);
            }
        }
    }

    private DateTimeOffset DueAt(PopularThing thing, TimeSpan period)
    {
        var stamp = thing.Need is { } need
            ? objects.Find(need.Resource.Entity, need.Id, need.Projection, Tolerance.Any)?.Stamp
            : lists.Find(thing.Page!, Projection.Nothing, Tolerance.Any)?.Stamp;
        var due = stamp is not { } known ? DateTimeOffset.MinValue : Later(known.FreshUntil - Ahead, known.ReadAt + period);
        return notBefore.TryGetValue(KeyOf(thing), out var earliest) ? Later(due, earliest) : due;
    }

    private WarmingTarget Together(WarmingRow row, Resource resource, List<PopularThing> things, DateTimeOffset dueAt)
    {
        var request = new PageRequest
        {
            Resource = resource,
            Mode = resource.Fullest,
            Limit = PageRequest.MaxLimit,
            Filters = [new ResourceFilter(resource.BatchFilter!, [.. things.Select(thing => thing.Need!.Id)])],
        };
        return Noted(row, things, dueAt, async (terms, cancellationToken) => WarmingOutcome.Of(await upstream.GetPageAsync(request, Projection.Nothing, terms, cancellationToken)));
    }

    private WarmingTarget One(WarmingRow row, PopularThing thing, DateTimeOffset dueAt) => Noted(row, [thing], dueAt, async (terms, cancellationToken) => thing.Need is { } need
        ? WarmingOutcome.Of(await upstream.GetAsync(need.Resource, need.Id, need.Projection, terms, cancellationToken))
        : WarmingOutcome.Of(await upstream.GetPageAsync(thing.Page!, Projection.Nothing, terms, cancellationToken)));

    private WarmingTarget Noted(WarmingRow row, IReadOnlyList<PopularThing> things, DateTimeOffset dueAt, Func<CallTerms, CancellationToken, Task<WarmingOutcome>> ask) =>
        new(row.Name, dueAt, async (terms, cancellationToken) =>
        {
            var outcome = await ask(terms, cancellationToken);
            if (outcome.IsSettled)
                Note(things, clock.GetUtcNow(), row.Period);
            return outcome;
        });

    private void Note(IReadOnlyList<PopularThing> things, DateTimeOffset now, TimeSpan period)
    {
        foreach (var (key, earliest) in notBefore.ToList())
        {
            if (earliest <= now)
                notBefore.Remove(key);
        }

        foreach (var thing in things)
            notBefore[KeyOf(thing)] = now + period;
    }

    private static string KeyOf(PopularThing thing) =>
        thing.Need is { } need ? new ObjectAddress(need.Resource, need.Id).ToRelativeUri() : thing.Page!.ToRelativeUri();

    private static DateTimeOffset Later(DateTimeOffset left, DateTimeOffset right) => left > right ? left : right;
}
