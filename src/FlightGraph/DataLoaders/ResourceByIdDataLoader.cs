using FlightGraph.Upstream;
using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Documents;
using FlightGraph.Upstream.Requests;

namespace FlightGraph.DataLoaders;

/// <summary>
/// Objects in full, by id. Where the upstream takes a list of ids, one call brings many; elsewhere each is a call of its
/// own, made side by side.
/// </summary>
internal sealed class ResourceByIdDataLoader
{
    /// <summary>UUIDs in one address: a hundred would make it longer than some proxies let pass.</summary>
    internal const int MaxIdsInAddress = 50;

    private readonly UpstreamClient upstream;
    private readonly DataLoader<ResourceKey, UpstreamResult<ResourceObject>> loader;

    public ResourceByIdDataLoader(UpstreamClient upstream)
    {
        this.upstream = upstream;
        loader = new(BatchAsync);
    }

    public Task<UpstreamResult<ResourceObject>> LoadAsync(ResourceKey key) => loader.LoadAsync(key);

    public void Dispatch(CancellationToken cancellationToken) => loader.Dispatch(cancellationToken);

    private async Task<IReadOnlyDictionary<ResourceKey, UpstreamResult<ResourceObject>>> BatchAsync(
        IReadOnlyList<ResourceKey> keys, CancellationToken cancellationToken)
    {
        var calls = keys.GroupBy(key => key.Resource).SelectMany(group => Calls(group.Key, [.. group], cancellationToken));
        var answers = await Task.WhenAll(calls);
        return answers.SelectMany(answer => answer).ToDictionary(pair => pair.Key, pair => pair.Value);
    }

    private IEnumerable<Task<Dictionary<ResourceKey, UpstreamResult<ResourceObject>>>> Calls(
        Resource resource, IReadOnlyList<ResourceKey> keys, CancellationToken cancellationToken) =>
        resource.BatchFilter is { } filter && keys.Count > 1
            ? keys.Chunk(MaxIdsInAddress).Select(chunk => ByListAsync(resource, filter, chunk, cancellationToken))
            : keys.Select(key => OneAsync(key, cancellationToken));

    private async Task<Dictionary<ResourceKey, UpstreamResult<ResourceObject>>> OneAsync(ResourceKey key, CancellationToken cancellationToken) =>
        new() { [key] = await upstream.GetAsync(key.Resource, key.Id, cancellationToken) };

    private async Task<Dictionary<ResourceKey, UpstreamResult<ResourceObject>>> ByListAsync(
        Resource resource, string filter, IReadOnlyList<ResourceKey> keys, CancellationToken cancellationToken)
    {
        var page = await upstream.GetPageAsync(
            new PageRequest
            {
                Resource = resource,
                Mode = resource.Fullest,
                Limit = PageRequest.MaxLimit,
                Filters = [new ResourceFilter(filter, [.. keys.Select(key => key.Id)])],
            },
            cancellationToken);
        if (page.Error is { } error)
            return keys.ToDictionary(key => key, _ => UpstreamResult<ResourceObject>.Failed(error));

        var rows = page.Value!.Rows.OfType<ResourceObject>().ToLookup(row => row.Id);
        // A row that cannot be read has no id: any of the ids that are missing may be its own.
        var missing = page.Value.Rows.Any(row => row is null)
            ? UpstreamResult<ResourceObject>.Failed(new UpstreamError(UpstreamErrorKind.Malformed, "The upstream's list has a row that cannot be read."))
            : UpstreamResult<ResourceObject>.NotFound;
        return keys.ToDictionary(key => key, key => rows[key.Id].FirstOrDefault() is { } row ? UpstreamResult<ResourceObject>.Found(row) : missing);
    }
}
