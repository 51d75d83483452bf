using FlightGraph.Upstream;
using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Documents;
using FlightGraph.Upstream.Store;

namespace FlightGraph.DataLoaders;

/// <summary>Documents that there is but one of, by their depth.</summary>
internal sealed class SingletonDataLoader
{
    private readonly UpstreamClient upstream;
    private readonly DocumentStore store;
    private readonly OperationCost cost;
    private readonly DataLoader<(Singleton Document, ResourceMode Mode), UpstreamResult<ResourceObject>> loader;

    public SingletonDataLoader(UpstreamClient upstream, DocumentStore store, OperationCost cost)
    {
        this.upstream = upstream;
        this.store = store;
        this.cost = cost;
        loader = new(async (keys, cancellationToken) =>
        {
            var answers = await Task.WhenAll(keys.Select(key => ReadAsync(key.Document, key.Mode, cancellationToken)));
            return keys.Zip(answers).ToDictionary(pair => pair.First, pair => pair.Second);
        });
    }

    public Pending<UpstreamResult<ResourceObject>> Load(Singleton document, ResourceMode mode)
    {
        var answer = loader.LoadAsync((document, mode));
        return new(cancellationToken =>
        {
            loader.Dispatch(cancellationToken);
            return answer;
        });
    }

    /// <summary>The document while it is remembered.</summary>
    public ResourceObject? Recall(Singleton document, ResourceMode mode) => store.Find(document, mode);

    private async Task<UpstreamResult<ResourceObject>> ReadAsync(Singleton document, ResourceMode mode, CancellationToken cancellationToken)
    {
        var result = await upstream.GetAsync(document, mode, cancellationToken);
        cost.Add(document.Path, mode.Name, [document.Path], 1, result.Facts);
        return result;
    }
}
