using FlightGraph.Upstream;
using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Documents;

namespace FlightGraph.DataLoaders;

/// <summary>Documents that there is but one of, by their depth.</summary>
internal sealed class SingletonDataLoader(UpstreamClient upstream)
{
    private readonly DataLoader<(Singleton Document, ResourceMode Mode), UpstreamResult<ResourceObject>> loader = new(async (keys, cancellationToken) =>
    {
        var answers = await Task.WhenAll(keys.Select(key => upstream.GetAsync(key.Document, key.Mode, cancellationToken)));
        return keys.Zip(answers).ToDictionary(pair => pair.First, pair => pair.Second);
    });

    public Pending<UpstreamResult<ResourceObject>> Load(Singleton document, ResourceMode mode)
    {
        var answer = loader.LoadAsync((document, mode));
        return new(cancellationToken =>
        {
            loader.Dispatch(cancellationToken);
            return answer;
        });
    }
}
