using System.Collections.Concurrent;
using FlightGraph.Upstream;
using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Documents;
using FlightGraph.Upstream.Planning;
using FlightGraph.Upstream.Requests;
using FlightGraph.Upstream.Store;

namespace FlightGraph.DataLoaders;

/// <summary>Pages of a resource: out of the store, else asked for, equal questions of one operation once.</summary>
internal sealed class ResourcePageDataLoader
{
    private readonly UpstreamClient upstream;
    private readonly ListStore store;
    private readonly OperationUse use;
    private readonly DataLoader<string, UpstreamResult<ResourcePage>> loader;

    // Requests hold lists and do not compare by content; their address does.
    private readonly ConcurrentDictionary<string, PageQuestion> requests = new(StringComparer.Ordinal);

    public ResourcePageDataLoader(UpstreamClient upstream, ListStore store, OperationUse use)
    {
        this.upstream = upstream;
        this.store = store;
        this.use = use;
        loader = new(BatchAsync);
    }

    /// <param name="request">The page.</param>
    /// <param name="need">What is asked of its rows: a page read in another depth may have it.</param>
    /// <param name="purpose">The field that asks, as a schema coordinate.</param>
    public Task<UpstreamResult<ResourcePage>> LoadAsync(PageRequest request, Projection need, string purpose)
    {
        if (store.Find(request, need, use.Terms.Tolerance) is { } remembered)
        {
            use.Take(remembered, purpose);
            return Task.FromResult(UpstreamResult<ResourcePage>.Found(remembered.Value) with { Stamp = remembered.Stamp });
        }

        var address = request.ToRelativeUri();
        requests.TryAdd(address, new PageQuestion(request, need, purpose));
        return loader.LoadAsync(address);
    }

    public void Dispatch(CancellationToken cancellationToken) => loader.Dispatch(cancellationToken);

    /// <summary>Questions for the front of one list, in several depths or lengths, are one call: the deepest and longest of them.</summary>
    private async Task<IReadOnlyDictionary<string, UpstreamResult<ResourcePage>>> BatchAsync(
        IReadOnlyList<string> addresses, CancellationToken cancellationToken)
    {
        var calls = addresses.Select(address => requests[address]).GroupBy(asked => ListStore.KeyOf(asked.Request), StringComparer.Ordinal)
            .SelectMany(list => Join([.. list]))
            .Select(call => ReadAsync(call, cancellationToken));
        return (await Task.WhenAll(calls)).SelectMany(answers => answers).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
    }

    private static IEnumerable<Call> Join(PageQuestion[] list)
    {
        var deepest = list[0].Request.Resource.Modes.Last(mode => list.Any(asked => asked.Request.Mode == mode));
        var together = list.Where(asked => IsServedBy(deepest, asked)).ToArray();
        yield return new Call(list[0].Request with { Mode = deepest, Limit = together.Max(asked => asked.Request.Limit) }, together);
        foreach (var asked in list.Except(together))
            yield return new Call(asked.Request, [asked]);
    }

    /// <summary>False where the thinner mode has what the deeper lacks.</summary>
    private static bool IsServedBy(ResourceMode mode, PageQuestion asked) =>
        asked.Request.Mode == mode || mode.Variant.Covers(asked.Need) || !asked.Request.Mode.Variant.Covers(asked.Need);

    private async Task<IEnumerable<KeyValuePair<string, UpstreamResult<ResourcePage>>>> ReadAsync(Call call, CancellationToken cancellationToken)
    {
        var need = call.Questions.Select(asked => asked.Need).Aggregate((left, right) => left.And(right));
        var result = await upstream.GetPageAsync(call.Request, need, use.Terms, cancellationToken);
        use.Take(result, call.Request.Resource.Path, call.Request.Mode.Name, call.Questions.Select(asked => asked.Purpose), 1);
        if (result.Error is { } error)
            use.Miss(call.Request.Resource, need, error);
        return call.Questions.Select(asked => KeyValuePair.Create(
            asked.Request.ToRelativeUri(),
            result.IsFound ? UpstreamResult<ResourcePage>.Found(result.Value.First(asked.Request.Limit)) with { Stamp = result.Stamp } : result));
    }

    /// <param name="Need">What is asked of the rows.</param>
    /// <param name="Purpose">The field that asks, as a schema coordinate.</param>
    private sealed record PageQuestion(PageRequest Request, Projection Need, string Purpose);

    private sealed record Call(PageRequest Request, PageQuestion[] Questions);
}
