using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Planning;
using FlightGraph.Upstream.Requests;
using Microsoft.Extensions.Options;

namespace FlightGraph.Upstream.Warming;

/// <summary>Counts what clients use of what is remembered. The count fades, so that yesterday's launch makes room for today's.</summary>
public sealed class Popularity(IOptions<WarmingOptions> options, TimeProvider clock)
{
    private const int MaxThings = 1000;
    private static readonly TimeSpan HalfLife = TimeSpan.FromDays(1);

    private readonly Lock guard = new();

    /// <summary>Objects by resource and id, pages by their text.</summary>
    private readonly Dictionary<(Resource? Resource, string Text), PopularThing> things = [];

    /// <summary>An object was used.</summary>
    public void Note(Need need) => Note((need.Resource, need.Id), need, null);

    /// <summary>A page was used.</summary>
    public void Note(PageRequest page) => Note((null, page.ToRelativeUri()), null, page);

    /// <summary>What is used most, that first; nothing that was used less often than said.</summary>
    internal IReadOnlyList<PopularThing> Top(int most, double minUses)
    {
        var now = clock.GetUtcNow();
        lock (guard)
            return [.. things.Values.Where(thing => UsesAt(thing, now) >= minUses).OrderByDescending(thing => UsesAt(thing, now)).Take(most)];
    }

    private void Note((Resource? Resource, string Text) key, Need? need, PageRequest? page)
    {
        if (!options.Value.Enabled)
            return;
        var now = clock.GetUtcNow();
        lock (guard)
        {
            var known = things.GetValueOrDefault(key);
            if (known is null && things.Count >= MaxThings)
                Forget_NeedsLock(now);
            // The stub would hold a whole document.
            things[key] = new PopularThing(need is null ? null : need with { Stub = null }, page, 1 + (known is null ? 0 : UsesAt(known, now)), now);
        }
    }

    private void Forget_NeedsLock(DateTimeOffset now)
    {
        foreach (var (key, _) in things.OrderBy(pair => UsesAt(pair.Value, now)).Take(MaxThings / 10).ToList())
            things.Remove(key);
    }

    private static double UsesAt(PopularThing thing, DateTimeOffset now) => thing.Uses * Math.Pow(2, -((now - thing.CountedAt) / HalfLife));
}
