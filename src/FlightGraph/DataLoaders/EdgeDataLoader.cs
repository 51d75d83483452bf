using FlightGraph.Upstream;
using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Documents;
using FlightGraph.Upstream.Requests;

namespace FlightGraph.DataLoaders;

/// <summary>
/// The first rows of many owners. One call asks for the rows of all of them; if it brings them all, they are dealt out, else
/// each owner is asked for by itself: the upstream pages the rows of many owners as one list, so a part of it could leave out
/// an owner altogether.
/// </summary>
internal sealed class EdgeDataLoader
{
    private readonly ResourcePageDataLoader pages;
    private readonly DataLoader<EdgeKey, UpstreamResult<ResourcePage>> loader;

    public EdgeDataLoader(ResourcePageDataLoader pages)
    {
        this.pages = pages;
        loader = new(BatchAsync);
    }

    public Task<UpstreamResult<ResourcePage>> LoadAsync(EdgeKey key) => loader.LoadAsync(key);

    public void Dispatch(CancellationToken cancellationToken) => loader.Dispatch(cancellationToken);

    private async Task<IReadOnlyDictionary<EdgeKey, UpstreamResult<ResourcePage>>> BatchAsync(IReadOnlyList<EdgeKey> keys, CancellationToken cancellationToken)
    {
        var groups = keys.GroupBy(key => key.Group, StringComparer.Ordinal)
            .SelectMany(group => group.Chunk(ResourceByIdDataLoader.MaxIdsInAddress))
            .Select(chunk => GroupAsync(chunk, cancellationToken));
        return (await Task.WhenAll(groups)).SelectMany(answers => answers).ToDictionary(pair => pair.Key, pair => pair.Value);
    }

    private async Task<IEnumerable<KeyValuePair<EdgeKey, UpstreamResult<ResourcePage>>>> GroupAsync(EdgeKey[] keys, CancellationToken cancellationToken)
    {
        if (keys.Length > 1)
        {
            var together = await ReadAsync(keys[0].ForOwners([.. keys.Select(key => key.OwnerId)]), cancellationToken);
            if (together.Error is not null)
                return keys.Select(key => KeyValuePair.Create(key, together));
            if (together.Value!.Count <= together.Value.Rows.Count && together.Value.Rows.All(row => row is not null && Owners(row, keys[0].OwnerPath) is not null))
                return keys.Select(key => KeyValuePair.Create(key, UpstreamResult<ResourcePage>.Found(PartOf(together.Value, key))));
        }

        var alone = await Task.WhenAll(keys.Select(key => ReadAsync(key.Request, cancellationToken)));
        return keys.Zip(alone, KeyValuePair.Create);
    }

    private Task<UpstreamResult<ResourcePage>> ReadAsync(PageRequest request, CancellationToken cancellationToken)
    {
        var answer = pages.LoadAsync(request);
        pages.Dispatch(cancellationToken);
        return answer;
    }

    private static ResourcePage PartOf(ResourcePage page, EdgeKey key)
    {
        var rows = page.Rows.Where(row => Owners(row!, key.OwnerPath)!.Contains(key.OwnerId)).DistinctBy(row => row!.Id).ToList();
        return new ResourcePage(rows.Count, [.. rows.Take(key.Request.Limit)]);
    }

    /// <summary>The ids of a row's owners; null when the row does not tell.</summary>
    private static List<string>? Owners(ResourceObject row, IReadOnlyList<EntityField> path)
    {
        List<ResourceObject> here = [row];
        foreach (var step in path.SkipLast(1))
        {
            if (here.Any(item => item[step].Kind is FieldValueKind.Absent or FieldValueKind.Malformed))
                return null;
            here = [.. here.SelectMany(item => item[step].Kind switch
            {
                FieldValueKind.Object => [item[step].Object],
                FieldValueKind.List => item[step].List,
                _ => Enumerable.Empty<ResourceObject>(),
            })];
        }

        return [.. here.Select(item => item.Id!)];
    }
}
