using FlightGraph.Upstream;
using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Documents;
using FlightGraph.Upstream.Requests;

namespace FlightGraph.DataLoaders;

/// <summary>Small collections, whole: word lists.</summary>
internal sealed class WholeListLoader(ResourcePageDataLoader pages)
{
    /// <returns>The list, and whether its first page is remembered.</returns>
    public (Pending<UpstreamResult<ResourcePage>> List, bool IsRemembered) Load(Resource resource, string purpose)
    {
        var first = pages.LoadAsync(Page(resource, 0), Projection.Nothing, purpose);
        return (new(async cancellationToken =>
        {
            pages.Dispatch(cancellationToken);
            var result = await first;
            if (!result.IsFound || result.Value.Count <= PageRequest.MaxLimit)
                return result;

            var others = Enumerable.Range(1, (result.Value.Count - 1) / PageRequest.MaxLimit).Select(page => pages.LoadAsync(Page(resource, page), Projection.Nothing, purpose)).ToList();
            pages.Dispatch(cancellationToken);
            var rows = result.Value.Rows.ToList();
            foreach (var other in await Task.WhenAll(others))
            {
                if (!other.IsFound)
                    return other;
                rows.AddRange(other.Value.Rows);
            }

            // Nothing orders these lists: a row that came twice hides one that never came.
            ResourceObject?[] whole = [.. rows.OfType<ResourceObject>().DistinctBy(row => row.Id), .. rows.Where(row => row is null)];
            return whole.Length >= result.Value.Count
                ? UpstreamResult<ResourcePage>.Found(new ResourcePage(result.Value.Count, whole))
                : UpstreamResult<ResourcePage>.Failed(new UpstreamError(UpstreamErrorKind.Malformed, "The upstream's pages overlap: rows are missing."));
        }), first.IsCompletedSuccessfully);
    }

    private static PageRequest Page(Resource resource, int page) => new()
    {
        Resource = resource,
        Mode = resource.Fullest,
        Limit = PageRequest.MaxLimit,
        Offset = page * PageRequest.MaxLimit,
    };
}
