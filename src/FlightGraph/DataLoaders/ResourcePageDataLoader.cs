using System.Collections.Concurrent;
using FlightGraph.Upstream;
using FlightGraph.Upstream.Documents;
using FlightGraph.Upstream.Requests;
using FlightGraph.Upstream.Store;

namespace FlightGraph.DataLoaders;

/// <summary>Pages of a resource: out of the store, else asked for, equal questions of one operation once.</summary>
internal sealed class ResourcePageDataLoader
{
    private readonly UpstreamClient upstream;
    private readonly ListStore store;
    private readonly OperationCost cost;
    private readonly DataLoader<string, UpstreamResult<ResourcePage>> loader;

    // Requests hold lists and do not compare by content; their address does.
    private readonly ConcurrentDictionary<string, (PageRequest Request, Projection Need, string Purpose)> requests = new(StringComparer.Ordinal);

    public ResourcePageDataLoader(UpstreamClient upstream, ListStore store, OperationCost cost)
    {
        this.upstream = upstream;
        this.store = store;
        this.cost = cost;
        loader = new(BatchAsync);
    }

    /// <param name="request">The page.</param>
    /// <param name="need">What is asked of its rows: a page read in another depth may have it.</param>
    /// <param name="purpose">The field that asks, as a schema coordinate.</param>
    public Task<UpstreamResult<ResourcePage>> LoadAsync(PageRequest request, Projection need, string purpose)
    {
        if (store.Find(request, need) is { } remembered)
        {
            cost.AddRemembered(request.Resource.Path, purpose);
            return Task.FromResult(UpstreamResult<ResourcePage>.Found(remembered));
        }

        var address = request.ToRelativeUri();
        requests.TryAdd(address, (request, need, purpose));
        return loader.LoadAsync(address);
    }

    public void Dispatch(CancellationToken cancellationToken) => loader.Dispatch(cancellationToken);

    private async Task<IReadOnlyDictionary<string, UpstreamResult<ResourcePage>>> BatchAsync(
        IReadOnlyList<string> addresses, CancellationToken cancellationToken)
    {
        var pages = await Task.WhenAll(addresses.Select(address => ReadAsync(requests[address], cancellationToken)));
        return addresses.Zip(pages).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
    }

    private async Task<UpstreamResult<ResourcePage>> ReadAsync((PageRequest Request, Projection Need, string Purpose) asked, CancellationToken cancellationToken)
    {
        var result = await upstream.GetPageAsync(asked.Request, asked.Need, cancellationToken);
        cost.Add(asked.Request.Resource.Path, asked.Request.Mode.Name, [asked.Purpose], 1, result.Facts);
        return result;
    }
}
