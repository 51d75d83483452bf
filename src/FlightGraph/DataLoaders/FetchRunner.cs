using FlightGraph.Upstream;
using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Documents;
using FlightGraph.Upstream.Planning;
using FlightGraph.Upstream.Requests;
using FlightGraph.Upstream.Store;

namespace FlightGraph.DataLoaders;

/// <summary>Makes the calls of a plan and finds the objects in their answers.</summary>
internal sealed class FetchRunner(UpstreamClient upstream, EntityStore store, AnswerMemory memory, EntityClaims claims, OperationUse use)
{
    private static readonly UpstreamError Unreadable = new(UpstreamErrorKind.Malformed, "The upstream's list has a row that cannot be read.");

    /// <param name="fetches">The plan.</param>
    /// <param name="purposesOf">The fields that each object is for.</param>
    /// <returns>A result for each object of the plan, whichever call brought it.</returns>
    public async Task<IReadOnlyDictionary<Need, UpstreamResult<ResourceObject>>> RunAsync(
        IReadOnlyList<Fetch> fetches, Func<Need, IReadOnlyCollection<string>> purposesOf, CancellationToken cancellationToken)
    {
        var results = new Dictionary<Need, UpstreamResult<ResourceObject>>(ReferenceEqualityComparer.Instance);
        var calls = fetches.OfType<FetchOne>().Select(fetch => OneAsync(fetch.Need, purposesOf, cancellationToken))
            .Concat(fetches.OfType<FetchByIds>().Select(fetch => ByIdsAsync(fetch, purposesOf, cancellationToken)))
            .Concat(fetches.OfType<FetchScan>().GroupBy(fetch => fetch.Resource).Select(pages => ScanAsync([.. pages], purposesOf, cancellationToken)));
        foreach (var (need, result) in (await Task.WhenAll(calls)).SelectMany(answers => answers))
            results[need] = result;
        return results;
    }

    private async Task<IReadOnlyList<(Need, UpstreamResult<ResourceObject>)>> OneAsync(
        Need need, Func<Need, IReadOnlyCollection<string>> purposesOf, CancellationToken cancellationToken)
    {
        var result = await upstream.GetAsync(need.Resource, need.Id, need.Projection, use.Terms, cancellationToken);
        use.Take(result, need.Resource.Path, null, purposesOf(need), 1);
        if (result.Error is { } error)
            use.Miss(need.Resource, need.Projection, error);
        return [(need, result)];
    }

    /// <summary>
    /// 1. Leave out what another operation is already fetching. 2. Ask for the rest by a list. 3. Tell those who wait for us.
    /// 4. Wait for the others; ask again for what they did not bring in the depth needed here.
    /// </summary>
    private async Task<IReadOnlyList<(Need, UpstreamResult<ResourceObject>)>> ByIdsAsync(
        FetchByIds fetch, Func<Need, IReadOnlyCollection<string>> purposesOf, CancellationToken cancellationToken)
    {
        // 1. Another may also have ended its call since we looked into the store.
        var need = fetch.For.Select(item => item.Projection).Aggregate((left, right) => left.And(right));
        var isOwn = fetch.For[0].Resource == fetch.Resource;
        var others = fetch.Ids.Select(id => (Id: id, Result: claims.Claim(new ResourceKey(fetch.Resource, id)))).ToList();
        List<string> mine = [.. others.Where(claim => claim.Result is null).Select(claim => claim.Id)];
        var found = new List<ResourceObject>();
        foreach (var id in mine.Where(_ => isOwn).ToList())
        {
            if (store.Find(fetch.Resource.Entity, id, need, use.Terms.Tolerance) is not { } known)
                continue;
            use.Freshness.Note(known.Stamp);
            found.Add(known.Value);
            mine.Remove(id);
            claims.Settle(new ResourceKey(fetch.Resource, id), UpstreamResult<ResourceObject>.Found(known.Value) with { Stamp = known.Stamp });
        }

        UpstreamError? failure = null;
        if (mine.Count > 0)
        {
            var answers = mine.ToDictionary(id => id, _ => UpstreamResult<ResourceObject>.NotFound, StringComparer.Ordinal);
            try
            {
                // 2. The call belongs to all who wait for it, so this client's going does not end it. Objects that others hold are
                // looked for inside the rows, so only pages of the same depth will do.
                var page = await upstream.GetPageAsync(Request(fetch, mine), isOwn ? need : Projection.Everything(fetch.Mode!.Variant), use.Terms, CancellationToken.None);
                use.Take(page, fetch.Resource.Path, fetch.Mode?.Name, fetch.For.SelectMany(purposesOf), mine.Count);
                failure = page.Error ?? (page.Value!.Rows.Any(row => row is null) ? Unreadable : null);
                foreach (var id in mine.Where(_ => failure is not null))
                    answers[id] = UpstreamResult<ResourceObject>.Failed(failure!);
                foreach (var row in page.Value?.Rows.OfType<ResourceObject>() ?? [])
                {
                    answers[row.Id!] = UpstreamResult<ResourceObject>.Found(row) with { Stamp = page.Stamp };
                    found.Add(row);
                }

                RememberMissing(fetch.Resource, answers);
            }
            finally
            {
                // 3.
                foreach (var id in mine)
                    claims.Settle(new ResourceKey(fetch.Resource, id), answers[id]);
            }
        }

        // 4.
        foreach (var claim in others.Where(claim => claim.Result is not null))
        {
            var result = await claim.Result!.WaitAsync(cancellationToken);
            if (result.Stamp is { } stamp)
                use.Freshness.Note(stamp);
            if (result.IsFound)
                found.Add(result.Value);
            failure ??= result.Error;
        }

        return await FindAsync(fetch.For, found, failure, isComplete: isOwn, purposesOf, cancellationToken);
    }

    /// <summary>What a list of ids did not bring is not there.</summary>
    private void RememberMissing(Resource resource, IReadOnlyDictionary<string, UpstreamResult<ResourceObject>> answers)
    {
        foreach (var (id, answer) in answers)
        {
            if (answer is { IsFound: false, Error: null })
                upstream.RememberMissing(new ObjectAddress(resource, id));
        }
    }

    /// <summary>Reads a collection page by page: the first tells how many there are.</summary>
    private async Task<IReadOnlyList<(Need, UpstreamResult<ResourceObject>)>> ScanAsync(
        IReadOnlyList<FetchScan> pages, Func<Need, IReadOnlyCollection<string>> purposesOf, CancellationToken cancellationToken)
    {
        var (needs, purposes) = (pages[0].For, pages[0].For.SelectMany(purposesOf).ToList());
        var first = await PageAsync(pages[0], 0, purposes, cancellationToken);
        if (first.Error is { } error)
            return await FindAsync(needs, [], error, isComplete: false, purposesOf, cancellationToken);

        // What the first page has need not be looked for; what it lacks may be fewer objects than there are pages left.
        var index = new ObjectIndex([.. first.Value!.Rows.OfType<ResourceObject>()]);
        var missing = needs.Count(need => index.Find(need) is null);
        var left = PageRequest.CallsFor(first.Value.Count) - 1;
        var others = missing <= left ? [] : await Task.WhenAll(Enumerable.Range(1, left).Select(page => PageAsync(pages[0], page, purposes, cancellationToken)));
        var failure = others.Select(other => other.Error).FirstOrDefault(other => other is not null);
        var rows = others.Prepend(first).SelectMany(page => page.Value?.Rows.OfType<ResourceObject>() ?? []).ToList();
        return await FindAsync(needs, rows, failure, isComplete: false, purposesOf, cancellationToken);
    }

    private async Task<UpstreamResult<ResourcePage>> PageAsync(FetchScan scan, int page, IReadOnlyList<string> purposes, CancellationToken cancellationToken)
    {
        var orderings = scan.Resource.Orderings;
        var result = await upstream.GetPageAsync(
            new PageRequest
            {
                Resource = scan.Resource,
                Mode = scan.Mode!,
                Limit = PageRequest.MaxLimit,
                Offset = page * PageRequest.MaxLimit,
                Ordering = orderings.Contains("id") ? "id" : orderings.Contains("name") ? "name" : orderings.FirstOrDefault(),
            },
            Projection.Everything(scan.Mode!.Variant),
            use.Terms,
            cancellationToken);
        use.Take(result, scan.Resource.Path, scan.Mode!.Name, purposes, scan.For.Count);
        return result;
    }

    /// <summary>
    /// Each object among the rows or in them. What is not there is asked for by itself, unless the call must have brought it:
    /// then there is none.
    /// </summary>
    private async Task<IReadOnlyList<(Need, UpstreamResult<ResourceObject>)>> FindAsync(
        IReadOnlyList<Need> needs,
        IReadOnlyList<ResourceObject> rows,
        UpstreamError? failure,
        bool isComplete,
        Func<Need, IReadOnlyCollection<string>> purposesOf,
        CancellationToken cancellationToken)
    {
        var index = new ObjectIndex(rows);
        var results = new List<(Need, UpstreamResult<ResourceObject>)>();
        List<Need> missing = [];
        foreach (var need in needs)
        {
            if (index.Find(need) is { } value)
                results.Add((need, UpstreamResult<ResourceObject>.Found(value)));
            else if (failure is not null)
            {
                var lastGood = LastGood(need);
                if (lastGood is null)
                    use.Miss(need.Resource, need.Projection, failure);
                results.Add((need, lastGood ?? UpstreamResult<ResourceObject>.Failed(failure)));
            }
            else if (isComplete && !index.Has(need))
                results.Add((need, UpstreamResult<ResourceObject>.NotFound));
            else
                missing.Add(need);
        }

        foreach (var answers in await Task.WhenAll(missing.Select(need => OneAsync(need, purposesOf, cancellationToken))))
            results.AddRange(answers);
        return results;
    }

    /// <summary>What will do of an object where the call for it and others failed.</summary>
    private UpstreamResult<ResourceObject>? LastGood(Need need)
    {
        if (store.FindAfterFailure(need.Resource.Entity, need.Id, need.Projection, use.Terms.Tolerance) is not { } known)
            return null;
        use.Freshness.Note(known.Stamp);
        memory.MarkUsed(known.Answer);
        return UpstreamResult<ResourceObject>.Found(known.Value) with { Stamp = known.Stamp };
    }

    private static PageRequest Request(FetchByIds fetch, IReadOnlyList<string> ids) => new()
    {
        Resource = fetch.Resource,
        Mode = fetch.Mode!,
        Limit = PageRequest.MaxLimit,
        Filters = [new ResourceFilter(fetch.Resource.BatchFilter!, ids)],
    };
}
