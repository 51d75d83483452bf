using FlightGraph.DataLoaders;
using FlightGraph.Upstream;
using FlightGraph.Upstream.Documents;
using FlightGraph.Upstream.Requests;

namespace FlightGraph.Schema.Paging;

/// <summary>
/// Reads pages so that a walk, forwards or backwards, neither repeats nor loses a row, though the upstream only knows offsets.
/// See <c>readme.md</c> beside this file.
/// </summary>
internal sealed class ConnectionLoader(ResourcePageDataLoader pages, EdgeDataLoader edges)
{
    /// <param name="query">The list.</param>
    /// <param name="window">The rows wanted.</param>
    /// <param name="wantsRows">False when only the count is asked for.</param>
    /// <param name="owner">Given where the list belongs to an owner whose rows can be asked for together with those of others.</param>
    public Pending<ConnectionResult> Load(ListQuery query, PageWindow window, bool wantsRows, ListOwner? owner = null)
    {
        var first = FirstRequest(query, window, wantsRows);
        var ask = Queue(query, first, window, owner);
        return new(async cancellationToken =>
        {
            var result = await ask(cancellationToken);
            if (result.Error is { } error)
                return ConnectionResult.Failed(error);
            var page = result.Value!;
            if (!wantsRows)
                return ConnectionResult.Of(new ConnectionPage(page.Count, [], false, page.Count > 0));

            Read read = request => ReadAsync(query, request, cancellationToken);
            return query.Rank.Count > 0
                ? await new OrderedList(query, read).PageAsync(window, first, page)
                : await new WholeList(query, read).PageAsync(window, page);
        });
    }

    /// <summary>Queues the first call now, so that it goes out with the batch of its level.</summary>
    private Func<CancellationToken, Task<UpstreamResult<ResourcePage>>> Queue(ListQuery query, PageRequest first, PageWindow window, ListOwner? owner)
    {
        // The end of an ordered list is the front of the opposite order, and shared as well.
        if (owner is not null && (window.IsFirst || (window is { After: null, Before: null } && query.Rank.Count > 0)))
        {
            var shared = edges.LoadAsync(new EdgeKey(first, owner.Parameter, owner.Id, owner.Path, owner.TakesSeveral, query.Need, query.Purpose));
            return cancellationToken =>
            {
                edges.Dispatch(cancellationToken);
                return shared;
            };
        }

        var answer = pages.LoadAsync(first, query.Need, query.Purpose);
        return cancellationToken =>
        {
            pages.Dispatch(cancellationToken);
            return answer;
        };
    }

    public static PageRequest FirstRequest(ListQuery query, PageWindow window, bool wantsRows)
    {
        if (!wantsRows)
            return query.Page(0, 1);
        return query.Rank.Count == 0 ? WholeList.FirstRequest(query, window) : OrderedList.FirstRequest(query, window);
    }

    private async Task<UpstreamResult<ResourcePage>> ReadAsync(ListQuery query, PageRequest request, CancellationToken cancellationToken)
    {
        var answer = pages.LoadAsync(request, query.Need, query.Purpose);
        pages.Dispatch(cancellationToken);
        return await answer;
    }
}
