using FlightGraph.DataLoaders;
using FlightGraph.Upstream;
using FlightGraph.Upstream.Documents;
using FlightGraph.Upstream.Requests;

namespace FlightGraph.Schema.Paging;

/// <summary>
/// Reads pages so that a walk, forwards or backwards, neither repeats nor loses a row, though the upstream only knows offsets.
/// See <c>readme.md</c> beside this file.
/// </summary>
internal sealed class ConnectionLoader(ResourcePageDataLoader pages)
{
    /// <param name="query">The list.</param>
    /// <param name="window">The rows wanted.</param>
    /// <param name="wantsRows">False when only the count is asked for.</param>
    public Pending<ConnectionResult> Load(ListQuery query, PageWindow window, bool wantsRows)
    {
        var first = FirstRequest(query, window, wantsRows);
        // Queued now, so that it goes out with the batch of its level.
        var answer = pages.LoadAsync(first);
        return new(async cancellationToken =>
        {
            pages.Dispatch(cancellationToken);
            var result = await answer;
            if (result.Error is { } error)
                return ConnectionResult.Failed(error);
            var page = result.Value!;
            if (!wantsRows)
                return ConnectionResult.Of(new ConnectionPage(page.Count, [], false, page.Count > 0));

            Read read = request => ReadAsync(request, cancellationToken);
            return query.Rank.Count > 0
                ? await new OrderedList(query, read).PageAsync(window, first, page)
                : await new WholeList(query, read).PageAsync(window, page);
        });
    }

    private static PageRequest FirstRequest(ListQuery query, PageWindow window, bool wantsRows)
    {
        if (!wantsRows)
            return query.Page(0, 1);
        return query.Rank.Count == 0 ? WholeList.FirstRequest(query, window) : OrderedList.FirstRequest(query, window);
    }

    private async Task<UpstreamResult<ResourcePage>> ReadAsync(PageRequest request, CancellationToken cancellationToken)
    {
        var answer = pages.LoadAsync(request);
        pages.Dispatch(cancellationToken);
        return await answer;
    }
}

/// <summary>Makes one more call.</summary>
internal delegate Task<UpstreamResult<ResourcePage>> Read(PageRequest request);
