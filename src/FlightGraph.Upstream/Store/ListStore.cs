using System.Collections.Concurrent;
using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Documents;
using FlightGraph.Upstream.Freshness;
using FlightGraph.Upstream.Planning;
using FlightGraph.Upstream.Requests;

namespace FlightGraph.Upstream.Store;

/// <summary>
/// Pages of lists, whatever their depth, and how long the lists were. Anybody may read at any time; what is written is written
/// under the lock of <see cref="AnswerMemory"/>.
/// </summary>
public sealed class ListStore(TimeProvider clock)
{
    /// <summary>Pages of one list that begin at one row, the newest first.</summary>
    private readonly ConcurrentDictionary<string, Page[]> pages = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (int Count, DateTimeOffset ReadAt)> counts = new(StringComparer.Ordinal);

    /// <summary>The newest page, of the length asked for or cut from a longer one, whose rows have by themselves what is asked of them and
    /// that is not too old for who asks; null when there is none.</summary>
    public Remembered<ResourcePage>? Find(PageRequest request, Projection need, Tolerance tolerance)
    {
        var now = clock.GetUtcNow();
        return Find(request, need, stamp => tolerance.Accepts(stamp, now));
    }

    /// <summary>The same, where the upstream failed.</summary>
    public Remembered<ResourcePage>? FindAfterFailure(PageRequest request, Projection need, Tolerance tolerance)
    {
        var now = clock.GetUtcNow();
        return Find(request, need, stamp => tolerance.AcceptsAfterFailure(stamp, now));
    }

    /// <summary>How many rows the whole resource had when last counted; null when it never was.</summary>
    public int? CountOf(Resource resource) => counts.TryGetValue(resource.Path, out var known) ? known.Count : null;

    /// <summary>Equal for pages of one list that begin at one row, whatever their depth and length.</summary>
    public static string KeyOf(PageRequest request) => (request with { Mode = request.Resource.Fullest, Limit = 1 }).ToRelativeUri();

    /// <summary>Counts are a few bytes each, and are kept whatever is forgotten.</summary>
    internal void Count(PageRequest request, ResourcePage page, DateTimeOffset readAt)
    {
        if (request.Filters.Count > 0 || request.Search is not null)
            return;
        counts.AddOrUpdate(request.Resource.Path, (page.Count, readAt), (_, known) => known.ReadAt > readAt ? known : (page.Count, readAt));
    }

    internal void Add_NeedsLock(PageRequest request, ResourcePage page, Answer answer, Stamp stamp, ISet<Answer> displaced)
    {
        var key = KeyOf(request);
        var added = new Page(request, new Remembered<ResourcePage>(page, answer, stamp));
        var known = pages.GetValueOrDefault(key) ?? [];
        if (known.Any(other => other.Content.Answer.ReadAt > answer.ReadAt && other.Replaces(added)))
            return;

        var kept = known.Where(other => other.Content.Answer.ReadAt > answer.ReadAt || !added.Replaces(other)).ToList();
        foreach (var other in known.Except(kept))
        {
            other.Content.Answer.Uses--;
            displaced.Add(other.Content.Answer);
        }

        var place = kept.FindIndex(other => other.Content.Answer.ReadAt <= answer.ReadAt);
        kept.Insert(place < 0 ? kept.Count : place, added);
        answer.Uses++;
        pages[key] = [.. kept];
    }

    internal void Remove_NeedsLock(PageRequest request, Answer answer)
    {
        var key = KeyOf(request);
        if (!pages.TryGetValue(key, out var known))
            return;
        Page[] kept = [.. known.Where(page => page.Content.Answer != answer)];
        answer.Uses -= known.Length - kept.Length;
        if (kept.Length == 0)
            pages.TryRemove(key, out _);
        else
            pages[key] = kept;
    }

    /// <summary>Gives the pages of an entity's lists other ages.</summary>
    internal void Restamp_NeedsLock(Entity entity, Func<PageRequest, Remembered<ResourcePage>, Stamp> stampOf)
    {
        foreach (var (key, known) in pages)
        {
            if (known[0].Request.Resource.Entity == entity)
                pages[key] = [.. known.Select(page => page with { Content = page.Content with { Stamp = stampOf(page.Request, page.Content) } })];
        }
    }

    private Remembered<ResourcePage>? Find(PageRequest request, Projection need, Func<Stamp, bool> accepts)
    {
        if (!pages.TryGetValue(KeyOf(request), out var known))
            return null;
        foreach (var page in known)
        {
            if (page.Request.Limit >= request.Limit && accepts(page.Content.Stamp) && page.Request.Mode.Variant.Covers(need))
                return page.Content with { Value = page.Content.Value.First(request.Limit) };
        }

        return null;
    }

    private sealed record Page(PageRequest Request, Remembered<ResourcePage> Content)
    {
        /// <summary>Whether it has all that another page of the list has.</summary>
        public bool Replaces(Page other) => other.Request.Mode == Request.Mode && other.Request.Limit <= Request.Limit;
    }
}
