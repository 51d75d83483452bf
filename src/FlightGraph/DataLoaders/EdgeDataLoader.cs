using FlightGraph.Upstream;
using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Documents;
using FlightGraph.Upstream.Freshness;
using FlightGraph.Upstream.Planning;
using FlightGraph.Upstream.Requests;
using FlightGraph.Upstream.Store;

namespace FlightGraph.DataLoaders;

/// <summary>
/// The first rows of many owners. The upstream lists the rows of many owners as one, so a part of the list could leave out an
/// owner altogether: either all of it is read and dealt out, or each owner is asked for by itself, whichever takes fewer calls.
/// </summary>
internal sealed class EdgeDataLoader
{
    private readonly ResourcePageDataLoader pages;
    private readonly CollectionSizes sizes;
    private readonly ListStore store;
    private readonly AnswerMemory memory;
    private readonly OperationUse use;
    private readonly TimeProvider clock;
    private readonly DataLoader<EdgeKey, UpstreamResult<ResourcePage>> loader;

    public EdgeDataLoader(ResourcePageDataLoader pages, CollectionSizes sizes, ListStore store, AnswerMemory memory, OperationUse use, TimeProvider clock)
    {
        this.pages = pages;
        this.sizes = sizes;
        this.store = store;
        this.memory = memory;
        this.use = use;
        this.clock = clock;
        loader = new(BatchAsync);
    }

    public Task<UpstreamResult<ResourcePage>> LoadAsync(EdgeKey key)
    {
        // A stale part may be cut anew from a list that was read since, so it waits to be seen with the others.
        if (Remembered(key) is not { } remembered || remembered.Stamp.IsStale(clock.GetUtcNow()))
            return loader.LoadAsync(key);
        use.Take(remembered, key.Purpose);
        return Task.FromResult(Found(remembered));
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
        if (keys.Length > 1 && (keys[0].TakesSeveral || sizes.CallsToScan(keys[0].Request.Resource) < keys.Length))
        {
            var request = keys[0].ForOwners([.. keys.Select(key => key.OwnerId)]);
            // Stale parts answer at once where the whole would have to be asked for.
            if (store.Find(request, keys[0].Need, use.Terms.Tolerance) is null && keys.All(key => Remembered(key) is not null))
                return keys.Select(key => KeyValuePair.Create(key, Stale(key, request)!)).ToList();

            var (rows, stamp, error) = await TogetherAsync(keys, request, cancellationToken);
            if (error is not null)
                return keys.Select(key => KeyValuePair.Create(key, Stale(key, request) ?? LastGood(key, request) ?? UpstreamResult<ResourcePage>.Failed(error))).ToList();
            if (rows is not null)
                return keys.Select(key => KeyValuePair.Create(key, UpstreamResult<ResourcePage>.Found(PartOf(rows, stamp, key)))).ToList();
        }

        var alone = await Task.WhenAll(keys.Select(key => ReadAsync(key, key.Request, cancellationToken)));
        return keys.Zip(alone, KeyValuePair.Create);
    }

    private Remembered<ResourcePage>? Remembered(EdgeKey key) => store.Find(key.Request, key.Need, use.Terms.Tolerance);

    private static UpstreamResult<ResourcePage> Found(Remembered<ResourcePage> remembered) =>
        UpstreamResult<ResourcePage>.Found(remembered.Value) with { Stamp = remembered.Stamp };

    /// <summary>The part as it is remembered, while the whole is asked for in the background.</summary>
    private UpstreamResult<ResourcePage>? Stale(EdgeKey key, PageRequest whole) => Take(Remembered(key), key, whole);

    /// <summary>The part that will do where the call for the whole failed.</summary>
    private UpstreamResult<ResourcePage>? LastGood(EdgeKey key, PageRequest whole) =>
        Take(store.FindAfterFailure(key.Request, key.Need, use.Terms.Tolerance), key, whole);

    private UpstreamResult<ResourcePage>? Take(Remembered<ResourcePage>? part, EdgeKey key, PageRequest whole)
    {
        if (part is not { } remembered)
            return null;
        use.Take(remembered, key.Purpose, new PageAddress(whole));
        return Found(remembered);
    }

    /// <summary>
    /// The rows of all owners in their order: one call, and the calls for what is left where those are fewer than one for each
    /// owner. Null where they are not, or where the rows do not add up.
    /// </summary>
    private async Task<(IReadOnlyList<ResourceObject>? Rows, Stamp Stamp, UpstreamError? Error)> TogetherAsync(
        EdgeKey[] keys, PageRequest request, CancellationToken cancellationToken)
    {
        var first = await ReadAsync(keys[0], request, cancellationToken);
        if (first.Error is not null)
            return (null, default, first.Error);

        var calls = PageRequest.CallsFor(first.Value!.Count);
        if (calls > keys.Length)
            return (null, default, null);
        var others = await Task.WhenAll(Enumerable.Range(1, Math.Max(0, calls - 1))
            .Select(page => ReadAsync(keys[0], request with { Offset = page * PageRequest.MaxLimit }, cancellationToken)));
        if (others.FirstOrDefault(other => other.Error is not null) is { } failed)
            return (null, default, failed.Error);

        // Where rows of equal rank swapped places between two pages, one may be missing.
        List<ResourceObject?> rows = [.. others.Prepend(first).SelectMany(page => page.Value!.Rows)];
        var isWhole = rows.All(row => row is not null && Owners(row, keys[0].OwnerPath) is not null)
            && (calls <= 1 || rows.Select(row => row!.Id).Distinct(StringComparer.Ordinal).Count() == first.Value.Count);
        var stamp = others.Prepend(first).Select(page => page.Stamp!.Value).Aggregate((left, right) => left.And(right));
        return (isWhole ? [.. rows.OfType<ResourceObject>()] : null, stamp, null);
    }

    private Task<UpstreamResult<ResourcePage>> ReadAsync(EdgeKey key, PageRequest request, CancellationToken cancellationToken)
    {
        var answer = pages.LoadAsync(request, key.Need, key.Purpose);
        pages.Dispatch(cancellationToken);
        return answer;
    }

    /// <summary>The owner's own page, which is remembered as if it had been asked for by itself.</summary>
    private ResourcePage PartOf(IReadOnlyList<ResourceObject> all, Stamp stamp, EdgeKey key)
    {
        var rows = all.Where(row => Owners(row, key.OwnerPath)!.Contains(key.OwnerId)).DistinctBy(row => row.Id).ToList();
        var part = new ResourcePage(rows.Count, [.. rows.Take(key.Request.Limit)]);
        memory.RememberPart(key.Request, part, stamp);
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
            here = [.. here.SelectMany(item => item[step].Objects)];
        }

        return [.. here.Select(item => item.Id!)];
    }
}
