using FlightGraph.Upstream;
using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Documents;
using FlightGraph.Upstream.Requests;

namespace FlightGraph.DataLoaders;

/// <summary>Small collections, whole: word lists.</summary>
internal sealed class WholeListLoader(ResourcePageDataLoader pages)
{
    private static readonly UpstreamError Incomplete = new(UpstreamErrorKind.Malformed, "The upstream's pages of the list do not add up to its count.");

    /// <returns>The list, and its first rows where they are remembered.</returns>
    public (Pending<UpstreamResult<ResourcePage>> List, IReadOnlyList<ResourceObject>? Remembered) Load(Resource resource, string purpose)
    {
        var first = pages.LoadAsync(Page(resource, 0, PageRequest.MaxLimit), Projection.Nothing, purpose);
        var remembered = first.IsCompletedSuccessfully ? first.Result.Value?.Rows.OfType<ResourceObject>().ToList() : null;
        return (new(async cancellationToken =>
        {
            pages.Dispatch(cancellationToken);
            var result = await first;
            if (!result.IsFound || result.Value.Count <= result.Value.Rows.Count)
                return result;

            var (rows, error) = await WholeListReader.ReadAsync(result.Value, (offset, limit) => Page(resource, offset, limit), async request =>
            {
                var answer = pages.LoadAsync(request, Projection.Nothing, purpose);
                pages.Dispatch(cancellationToken);
                return await answer;
            });
            return rows is null ? UpstreamResult<ResourcePage>.Failed(error ?? Incomplete) : UpstreamResult<ResourcePage>.Found(new ResourcePage(rows.Count, rows));
        }), remembered);
    }

    private static PageRequest Page(Resource resource, int offset, int limit) => new()
    {
        Resource = resource,
        Mode = resource.Fullest,
        Limit = limit,
        Offset = offset,
    };
}
