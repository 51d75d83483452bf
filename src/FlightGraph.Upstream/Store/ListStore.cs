using System.Collections.Concurrent;
using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Documents;
using FlightGraph.Upstream.Planning;
using FlightGraph.Upstream.Requests;
using Microsoft.Extensions.Options;

namespace FlightGraph.Upstream.Store;

/// <summary>Pages of lists, whatever their depth, and how long the lists were.</summary>
public sealed class ListStore(IOptions<StoreOptions> options, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Page[]> pages = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> counts = new(StringComparer.Ordinal);

    public void Remember(PageRequest request, ResourcePage page)
    {
        if (request.Filters.Count == 0 && request.Search is null)
            counts[request.Resource.Path] = page.Count;
        if (options.Value.FreshFor == TimeSpan.Zero || options.Value.MaxPages == 0)
            return;

        var added = new Page(request.Mode, request.Limit, new Remembered<ResourcePage>(page, clock.GetUtcNow()));
        var oldest = clock.GetUtcNow() - options.Value.FreshFor;
        pages.AddOrUpdate(
            KeyOf(request),
            _ => [added],
            (_, known) => [added, .. known.Where(page => page.Content.ReadAt > oldest && (page.Mode != added.Mode || page.Limit > added.Limit))]);
        if (pages.Count > options.Value.MaxPages)
            Forget();
    }

    /// <summary>The newest fresh page, of the length asked for or cut from a longer one, whose rows have by themselves what is asked of them; null
    /// when there is none.</summary>
    public ResourcePage? Find(PageRequest request, Projection need)
    {
        if (!pages.TryGetValue(KeyOf(request), out var known))
            return null;
        var oldest = clock.GetUtcNow() - options.Value.FreshFor;
        foreach (var page in known)
        {
            if (page.Content.ReadAt > oldest && page.Limit >= request.Limit && page.Mode.Variant.Covers(need))
                return page.Content.Value.First(request.Limit);
        }

        return null;
    }

    /// <summary>How many rows the whole resource had when last counted; null when it never was.</summary>
    public int? CountOf(Resource resource) => counts.TryGetValue(resource.Path, out var count) ? count : null;

    /// <summary>Equal for pages of one list that begin at one row, whatever their depth and length.</summary>
    public static string KeyOf(PageRequest request) => (request with { Mode = request.Resource.Fullest, Limit = 1 }).ToRelativeUri();

    private void Forget()
    {
        var keep = options.Value.MaxPages * 3 / 4;
        foreach (var (key, _) in pages.OrderBy(pair => pair.Value[0].Content.ReadAt).Take(pages.Count - keep).ToList())
            pages.TryRemove(key, out _);
    }

    private sealed record Page(ResourceMode Mode, int Limit, Remembered<ResourcePage> Content);
}
