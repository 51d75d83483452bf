using FlightGraph.Upstream;
using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Documents;
using FlightGraph.Upstream.Planning;
using FlightGraph.Upstream.Requests;
using FlightGraph.Upstream.Store;

namespace FlightGraph.DataLoaders;

/// <summary>
/// The first rows of many owners. One call asks for the rows of all of them; if it brings them all, they are dealt out, else
/// each owner is asked for by itself: the upstream pages the rows of many owners as one list, so a part of it could leave out
/// an owner altogether.
/// </summary>
internal sealed class EdgeDataLoader
{
    private readonly ResourcePageDataLoader pages;
    private readonly ListStore store;
    private readonly OperationCost cost;
    private readonly DataLoader<EdgeKey, UpstreamResult<ResourcePage>> loader;

    public EdgeDataLoader(ResourcePageDataLoader pages, ListStore store, OperationCost cost)
    {
        this.pages = pages;
        this.store = store;
        this.cost = cost;
        loader = new(BatchAsync);
    }

    public Task<UpstreamResult<ResourcePage>> LoadAsync(EdgeKey key)
    {
        if (store.Find(key.Request, key.Need) is not { } remembered)
            return loader.LoadAsync(key);
        cost.AddRemembered(key.Request.Resource.Path, key.Purpose);
        return Task.FromResult(UpstreamResult<ResourcePage>.Found(remembered));
    }

    public void Dispatch(CancellationToken cancellationToken) => loader.Dispatch(cancellationToken);

    private async Task<IReadOnlyDictionary<EdgeKey, UpstreamResult<ResourcePage>>> BatchAsync(IReadOnlyList<EdgeKey> keys, CancellationToken cancellationToken)
    {
        var groups = keys.GroupBy(key => key.Group, StringComparer.Ordinal)
            .SelectMany(group => group.Chunk(FetchPlanner.MaxIds))
            .Select(chunk => GroupAsync(chunk, cancellationToken));
        return (await Task.WhenAll(groups)).SelectMany(answers => answers).ToDictionary(pair => pair.Key, pair => pair.Value);
    }

    private async Task<IEnumerable<KeyValuePair<EdgeKey, UpstreamResult<ResourcePage>>>> GroupAsync(EdgeKey[] keys, CancellationToken cancellationToken)
    {
        if (keys.Length > 1)
        {
            var together = await ReadAsync(keys[0], keys[0].ForOwners([.. keys.Select(key => key.OwnerId)]), cancellationToken);
            if (together.Error is not null)
                return keys.Select(key => KeyValuePair.Create(key, together));
            if (together.Value!.Count <= together.Value.Rows.Count && together.Value.Rows.All(row => row is not null && Owners(row, keys[0].OwnerPath) is not null))
                return keys.Select(key => KeyValuePair.Create(key, UpstreamResult<ResourcePage>.Found(PartOf(together.Value, key)))).ToList();
        }

        var alone = await Task.WhenAll(keys.Select(key => ReadAsync(key, key.Request, cancellationToken)));
        return keys.Zip(alone, KeyValuePair.Create);
    }

    private Task<UpstreamResult<ResourcePage>> ReadAsync(EdgeKey key, PageRequest request, CancellationToken cancellationToken)
    {
        var answer = pages.LoadAsync(request, key.Need, key.Purpose);
        pages.Dispatch(cancellationToken);
        return answer;
    }

    /// <summary>The owner's own page, which is remembered as if it had been asked for by itself.</summary>
    private ResourcePage PartOf(ResourcePage page, EdgeKey key)
    {
        var rows = page.Rows.Where(row => Owners(row!, key.OwnerPath)!.Contains(key.OwnerId)).DistinctBy(row => row!.Id).ToList();
        var part = new ResourcePage(rows.Count, [.. rows.Take(key.Request.Limit)]);
        store.Remember(key.Request, part);
        return part;
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
