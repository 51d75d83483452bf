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
    private readonly OperationUse use;
    private readonly DataLoader<(Singleton Document, ResourceMode Mode, string Purpose), UpstreamResult<ResourceObject>> loader;

    public SingletonDataLoader(UpstreamClient upstream, DocumentStore store, OperationUse use)
    {
        this.upstream = upstream;
        this.store = store;
        this.use = use;
        loader = new(async (keys, cancellationToken) =>
        {
            var answers = await Task.WhenAll(keys.Select(key => ReadAsync(key.Document, key.Mode, key.Purpose, cancellationToken)));
            return keys.Zip(answers).ToDictionary(pair => pair.First, pair => pair.Second);
        });
    }

    /// <param name="purpose">The field that asks, as a schema coordinate.</param>
    public Pending<UpstreamResult<ResourceObject>> Load(Singleton document, ResourceMode mode, string purpose)
    {
        if (store.Find(document, mode, use.Terms.Tolerance) is { } remembered)
        {
            use.Take(remembered, purpose);
            return new(_ => Task.FromResult(UpstreamResult<ResourceObject>.Found(remembered.Value)));
        }

        var answer = loader.LoadAsync((document, mode, purpose));
        return new(cancellationToken =>
        {
            loader.Dispatch(cancellationToken);
            return answer;
        });
    }

    /// <summary>The document while it is remembered.</summary>
    public ResourceObject? Recall(Singleton document, ResourceMode mode) => store.Find(document, mode, use.Terms.Tolerance)?.Value;

    private async Task<UpstreamResult<ResourceObject>> ReadAsync(Singleton document, ResourceMode mode, string purpose, CancellationToken cancellationToken)
    {
        var result = await upstream.GetAsync(document, mode, use.Terms, cancellationToken);
        use.Take(result, document.Path, mode.Name, [purpose], 1);
        return result;
    }
}
