namespace FlightGraph.Tests.Planning;

/// <summary>
/// A lower bound for the calls that an operation needs, found by trying: no call, one, two, … Whatever set of calls answers an
/// operation, one of them fills the first gap that is open; so the calls that fill that gap are tried one after the other, and
/// for each the rest in the same way. The first number of calls that leaves no gap is the bound.
/// </summary>
/// <remarks>
/// Calls that are tried: a list that the query itself asks for, with its own filter and order; the same list for many owners or
/// for all; a page of a collection that is known to hold the objects of the kind (another may have the one by luck, which nobody
/// can plan); an object that the operation or an answer names, by its id; objects that they name by a list of ids. Always with 100
/// rows and in the fullest mode, which holds all that thinner ones hold: bytes are free here. Copies of one object are laid together,
/// and the length of each collection is known beforehand. The gateway has neither help, so it may be unable to reach the bound; an
/// operation that it answers with fewer calls shows a mistake here.
/// </remarks>
internal sealed class CallOracle(UpstreamAnswers upstream)
{
    /// <summary>Bounds above it are not looked for.</summary>
    public const int Cap = 5;

    /// <summary>Ids in one address: fifty UUIDs, a hundred numbers.</summary>
    private const int MaxUuids = 50;

    /// <summary>Collections whose rows hold all objects of another: each pad lies in a place, each flight belongs to a launch.</summary>
    private static readonly (string Collection, string Entity)[] Containers =
    [
        ("Location", "Pad"), ("CelestialBody", "Location"), ("SpaceStation", "DockingLocation"), ("Spacecraft", "SpacecraftFlight"),
        ("Launch", "SpacecraftFlight"), ("Launch", "PayloadFlight"), ("Launch", "Landing"),
    ];

    private readonly Dictionary<string, UpstreamCall?> calls = [];
    private IReadOnlyList<UpstreamCall>? scans;

    public async Task<int> BoundAsync(IReadOnlyList<AskedField> operation)
    {
        scans ??= await ScansAsync();
        for (var size = 0; size < Cap; size++)
        {
            if (await IsEnoughAsync(operation, [], size))
                return size;
        }

        return Cap;
    }

    /// <summary>Whether so many calls more can answer the rest.</summary>
    private async Task<bool> IsEnoughAsync(IReadOnlyList<AskedField> operation, IReadOnlyList<UpstreamCall> made, int more)
    {
        var check = new AnswerCheck(operation, made);
        if (check.Gaps.Count == 0)
            return true;
        if (more == 0)
            return false;

        // Lists first: nothing but their own call fills them, and their rows name what else is needed.
        var gap = check.Gaps.FirstOrDefault(gap => gap.Id is null) ?? check.Gaps[0];
        foreach (var call in await FillingAsync(gap, check))
        {
            if (await IsEnoughAsync(operation, [.. made, call], more - 1))
                return true;
        }

        return false;
    }

    private async Task<IEnumerable<UpstreamCall>> FillingAsync(Gap gap, AnswerCheck check)
    {
        if (gap.Document is { } document)
            return [(await CallAsync($"{document.Path}/?mode={document.Fullest}", document.Entity))!];
        if (gap.Rows is { } rows)
            return await PagesAsync(gap, rows, check.Gaps);

        var pages = scans!.Where(scan => scan.Entity == gap.Entity || Containers.Contains((scan.Entity, gap.Entity)));
        List<UpstreamCall> candidates = [.. pages, .. await ByIdsAsync(gap, check)];
        if (await ByIdAsync(gap.Entity, gap.Id!) is { } own)
            candidates.Add(own);
        candidates.AddRange(await HoldersAsync(gap, check));
        // What fills most is tried first.
        return candidates.Where(gap.IsFilledBy).DistinctBy(call => call.Address)
            .OrderByDescending(call => check.Gaps.Count(other => other.IsFilledBy(call)));
    }

    /// <summary>The owner's own list, the list of all owners whose rows are missing, and that of all owners there are.</summary>
    private async Task<IEnumerable<UpstreamCall>> PagesAsync(Gap gap, ListQuestion rows, IReadOnlyList<Gap> gaps)
    {
        if (gap.OwnedBy is not var (edge, owner))
            return [await PageAsync(rows)];
        List<UpstreamCall> found = [.. await PagesAsync(rows), await PageAsync(rows.For(edge.Parameter, [owner]))];
        if (rows.Resource.SharedFilters.Contains(edge.Parameter))
        {
            var owners = gaps.Where(other => other.Rows?.Identity == rows.Identity && other.OwnedBy?.Edge == edge)
                .Select(other => other.OwnedBy!.Value.Owner).Distinct();
            found.AddRange(await PagesAsync(rows.For(edge.Parameter, owners.Take(MaxOf(owner)))));
        }

        return found.DistinctBy(call => call.Address).OrderByDescending(call => call.Rows.Count);
    }

    /// <summary>Objects by a list of ids: those that lack something, or those that hold what others lack, one for each.</summary>
    private async Task<IReadOnlyList<UpstreamCall>> ByIdsAsync(Gap gap, AnswerCheck check)
    {
        List<UpstreamCall> found = [];
        foreach (var resource in UpstreamFacts.Resources.Values.Where(resource => resource is { BatchFilter: not null, IsWindow: false }))
        {
            var known = check.Visited.Where(item => item.Entity == resource.Entity).ToList();
            List<string> wanted = [];
            foreach (var open in check.Gaps.OrderBy(open => open == gap ? 0 : 1))
            {
                if (open.Entity == resource.Entity && open.Id is not null)
                {
                    wanted.Add(open.Id);
                    continue;
                }

                foreach (var (entity, id) in known)
                {
                    if (await ByIdAsync(entity, id) is { } holder && open.IsFilledBy(holder))
                    {
                        wanted.Add(id);
                        break;
                    }
                }
            }

            if (wanted.Distinct().Take(MaxOf(wanted.FirstOrDefault() ?? "")).ToList() is { Count: > 0 } ids)
            {
                var address = $"{resource.Path}/?{resource.BatchFilter}={string.Join(',', ids)}&limit=100&mode={resource.Fullest}";
                found.Add((await CallAsync(address, resource.Entity))!);
            }
        }

        return found;
    }

    /// <summary>Other objects that hold the one; the three that fill most, as hundreds may hold an agency.</summary>
    private async Task<IEnumerable<UpstreamCall>> HoldersAsync(Gap gap, AnswerCheck check)
    {
        List<UpstreamCall> found = [];
        foreach (var (entity, id) in check.Visited)
        {
            if (UpstreamFacts.ResourceOf(entity)!.BatchFilter is null && await ByIdAsync(entity, id) is { } holder && gap.IsFilledBy(holder))
                found.Add(holder);
        }

        return found.OrderByDescending(call => check.Gaps.Count(other => other.IsFilledBy(call))).Take(3);
    }

    private async Task<IReadOnlyList<UpstreamCall>> ScansAsync()
    {
        List<UpstreamCall> pages = [];
        foreach (var resource in UpstreamFacts.Resources.Values.Where(resource => resource is { IsList: true, IsWindow: false }))
            pages.AddRange(await PagesAsync(ListQuestion.Whole(resource)));

        return pages;
    }

    private async Task<IReadOnlyList<UpstreamCall>> PagesAsync(ListQuestion question)
    {
        List<UpstreamCall> pages = [await PageAsync(question)];
        for (var offset = ListQuestion.PageSize; offset < pages[0].Count; offset += ListQuestion.PageSize)
            pages.Add(await PageAsync(question, offset));
        return pages;
    }

    private async Task<UpstreamCall> PageAsync(ListQuestion question, int offset = 0)
    {
        if (question.FromEnd)
            offset = Math.Max(0, (await PageAsync(question with { FromEnd = false })).Count!.Value - ListQuestion.PageSize);
        return (await CallAsync(question.Address(offset), question.Resource.Entity, (question.Identity, offset)))!;
    }

    private Task<UpstreamCall?> ByIdAsync(string entity, string id) => CallAsync($"{UpstreamFacts.ResourceOf(entity)!.Path}/{id}/", entity);

    private async Task<UpstreamCall?> CallAsync(string address, string entity, (string Identity, int Offset)? place = null)
    {
        if (!calls.TryGetValue(address, out var call))
            calls.Add(address, call = await upstream.GetAsync(address) is { } body ? new UpstreamCall(address, entity, body) { Place = place } : null);
        return call;
    }

    private static int MaxOf(string id) => Guid.TryParse(id, out _) ? MaxUuids : 100;
}
