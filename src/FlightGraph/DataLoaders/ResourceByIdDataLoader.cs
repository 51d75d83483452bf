using FlightGraph.Upstream;
using FlightGraph.Upstream.Documents;
using FlightGraph.Upstream.Planning;
using FlightGraph.Upstream.Requests;
using FlightGraph.Upstream.Store;

namespace FlightGraph.DataLoaders;

/// <summary>
/// Objects with at least what is asked of them: out of the store, else by the fewest calls that bring all that is wanted at the
/// same time. An object is asked for once in an operation, unless more is wanted of it later.
/// </summary>
internal sealed class ResourceByIdDataLoader(FetchPlanner planner, EntityStore store, FetchRunner runner, OperationUse use)
{
    private readonly Lock guard = new();
    private readonly Dictionary<ResourceKey, Entry> entries = [];
    private List<Entry> queue = [];

    /// <summary>Queues the object unless it is remembered, known or queued. Its result comes after <see cref="Dispatch"/>.</summary>
    /// <param name="need">The object and what is asked of it.</param>
    /// <param name="purpose">The field that asks, as a schema coordinate.</param>
    public Task<UpstreamResult<ResourceObject>> LoadAsync(Need need, string purpose)
    {
        var key = new ResourceKey(need.Resource, need.Id);
        lock (guard)
        {
            if (entries.TryGetValue(key, out var entry))
            {
                if (!entry.IsSent)
                    entry.Widen(need, purpose);
                // What was fetched meanwhile may lack what is wanted now. If it even lacks what was wanted then, only the full document is left.
                else if (entry.Result.Task is { IsCompletedSuccessfully: true, Result.Value: { } value } && !value.Covers(need.Projection) && !entry.IsFull)
                    return Queue(key, new Entry(need with { Projection = entry.Need.Projection.And(need.Projection) }, purpose) { IsFull = !value.Covers(entry.Need.Projection) });
                return entry.Result.Task;
            }

            if (store.Find(need.Resource.Entity, need.Id, need.Projection, use.Terms.Tolerance) is { } remembered)
            {
                use.Take(remembered, need, purpose);
                return Task.FromResult(UpstreamResult<ResourceObject>.Found(remembered.Value));
            }

            if (store.FindMissing(need.Resource.Entity, need.Id, use.Terms.Tolerance) is { } missing)
            {
                use.TakeMissing(missing, need, purpose);
                return Task.FromResult(UpstreamResult<ResourceObject>.NotFound);
            }

            return Queue(key, new Entry(need, purpose));
        }
    }

    /// <summary>A copy that has but a part of what is asked of the object, for when the rest cannot be had; null when none has any.</summary>
    public ResourceObject? RecallPart(Need need, string purpose)
    {
        if (store.Find(need.Resource.Entity, need.Id, Projection.Nothing, use.Terms.Tolerance) is not { } known
            || !need.Projection.Fields.Keys.Any(field => field != field.Owner.IdField && known.Value[field].Kind != FieldValueKind.Absent))
        {
            return null;
        }

        use.Take(known, need, purpose);
        return known.Value;
    }

    /// <summary>Sends for all objects queued so far. Whoever comes second finds the queue empty and changes nothing.</summary>
    public void Dispatch(CancellationToken cancellationToken)
    {
        List<Entry> sent;
        lock (guard)
        {
            if (queue.Count == 0)
                return;
            (sent, queue) = (queue, []);
            foreach (var entry in sent)
                entry.IsSent = true;
        }

        _ = RunAsync(sent, cancellationToken);
    }

    private Task<UpstreamResult<ResourceObject>> Queue(ResourceKey key, Entry entry)
    {
        entries[key] = entry;
        queue.Add(entry);
        return entry.Result.Task;
    }

    private async Task RunAsync(List<Entry> sent, CancellationToken cancellationToken)
    {
        try
        {
            var byNeed = new Dictionary<Need, Entry>(sent.Select(entry => KeyValuePair.Create(entry.Need, entry)), ReferenceEqualityComparer.Instance);
            var fetches = planner.Plan([.. sent.Where(entry => !entry.IsFull).Select(entry => entry.Need)])
                .Concat(sent.Where(entry => entry.IsFull).Select(entry => new FetchOne(entry.Need)))
                .ToList();
            foreach (var fetch in fetches.OfType<FetchOne>())
                byNeed[fetch.Need].IsFull = true;
            var results = await runner.RunAsync(fetches, need => byNeed[need].Purposes, cancellationToken);
            foreach (var entry in sent)
                entry.Result.SetResult(results[entry.Need]);
        }
        catch (OperationCanceledException error)
        {
            foreach (var entry in sent)
                entry.Result.TrySetCanceled(error.CancellationToken);
        }
        catch (Exception error)
        {
            // Nobody awaits this method: the error belongs to those who wait for the objects.
            foreach (var entry in sent)
                entry.Result.TrySetException(error);
        }
    }

    private sealed class Entry(Need need, string purpose)
    {
        private readonly HashSet<string> purposes = new(StringComparer.Ordinal) { purpose };

        public Need Need { get; private set; } = need;

        public IReadOnlyCollection<string> Purposes => purposes;

        public bool IsSent { get; set; }

        /// <summary>Whether the full document is asked for, which has all there is.</summary>
        public bool IsFull { get; set; }

        // The awaiting resolvers must not run inside the loop that hands out the results.
        public TaskCompletionSource<UpstreamResult<ResourceObject>> Result { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Widen(Need more, string purpose)
        {
            Need = Need with { Projection = Need.Projection.And(more.Projection), Stub = Need.Stub ?? more.Stub };
            purposes.Add(purpose);
        }
    }
}
