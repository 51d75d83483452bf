using System.Collections.Concurrent;
using FlightGraph.Upstream;
using FlightGraph.Upstream.Documents;
using FlightGraph.Upstream.Requests;

namespace FlightGraph.DataLoaders;

/// <summary>Pages of a resource; equal questions of one operation are asked once.</summary>
internal sealed class ResourcePageDataLoader
{
    private readonly UpstreamClient upstream;
    private readonly DataLoader<string, UpstreamResult<ResourcePage>> loader;

    // Requests hold lists and do not compare by content; their address does.
    private readonly ConcurrentDictionary<string, PageRequest> requests = new(StringComparer.Ordinal);

    public ResourcePageDataLoader(UpstreamClient upstream)
    {
        this.upstream = upstream;
        loader = new(BatchAsync);
    }

    public Task<UpstreamResult<ResourcePage>> LoadAsync(PageRequest request)
    {
        var address = request.ToRelativeUri();
        requests.TryAdd(address, request);
        return loader.LoadAsync(address);
    }

    public void Dispatch(CancellationToken cancellationToken) => loader.Dispatch(cancellationToken);

    private async Task<IReadOnlyDictionary<string, UpstreamResult<ResourcePage>>> BatchAsync(
        IReadOnlyList<string> addresses, CancellationToken cancellationToken)
    {
        var pages = await Task.WhenAll(addresses.Select(address => upstream.GetPageAsync(requests[address], cancellationToken)));
        return addresses.Zip(pages).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
    }
}
