using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Documents;
using FlightGraph.Upstream.Requests;

namespace FlightGraph.Upstream.Planning;

/// <summary>
/// Finds the fewest calls that bring objects of which only a thin copy, or the id, is at hand. For the objects of one resource
/// the ways are: by a list of their ids, where the resource takes one; through objects that hold them and can be asked for by a
/// list; a scan of a whole collection, their own or one that holds it; one call each. Calls count first, then bytes.
/// </summary>
public sealed class FetchPlanner(UpstreamContract contract, CollectionSizes sizes)
{
    /// <summary>Ids in one address: a hundred UUIDs would make it longer than some proxies let pass.</summary>
    public const int MaxIds = 50;

    /// <summary>Collections that lie whole in the rows of another: the field of the other's fullest rows that holds them.</summary>
    private readonly IReadOnlyList<EntityField> containments = [contract.Entity("Location")["pads"]];

    /// <summary>Fields that name an object which holds the owner in turn: a flight's launch has the flight with its crew.</summary>
    private readonly IReadOnlyList<(EntityField Via, IReadOnlyList<EntityField> Path)> links =
    [
        (contract.Entity("SpacecraftFlight")["launch"], [contract.Entity("Launch")["rocket"], contract.Entity("Rocket")["spacecraft_stage"]]),
        (contract.Entity("PayloadFlight")["launch"], [contract.Entity("Launch")["rocket"], contract.Entity("Rocket")["payloads"]]),
    ];

    public IReadOnlyList<Fetch> Plan(IReadOnlyList<Need> needs) =>
        [.. needs.GroupBy(need => need.Resource).SelectMany(group => PlanResource(group.Key, [.. group]))];

    /// <summary>How many calls as many objects would take at most, before any is known.</summary>
    public int Estimate(Resource resource, Projection need, int objects, bool isHeldByBatch) => new[]
    {
        objects,
        resource.BatchFilter is not null && Mode(resource, [need]) is not null ? CallsByIds(objects) : int.MaxValue,
        isHeldByBatch ? CallsByIds(objects) : int.MaxValue,
        ScanMode(resource, [need]) is null ? int.MaxValue : sizes.CallsToScan(resource),
        Container(resource, [need]) is { } container ? sizes.CallsToScan(container.Resource) : int.MaxValue,
    }.Min();

    /// <summary>How many calls by lists of ids so many objects take.</summary>
    public static int CallsByIds(int objects) => (objects + MaxIds - 1) / MaxIds;

    private IReadOnlyList<Fetch> PlanResource(Resource resource, IReadOnlyList<Need> needs)
    {
        if (needs.Count == 1)
            return [new FetchOne(needs[0])];
        if (resource.BatchFilter is not null && Mode(resource, Projections(needs)) is { } mode)
            return ByIds(resource, mode, needs);

        // In the order of their bytes, so that of equal ones the lightest is taken.
        IReadOnlyList<Fetch>[] ways = [[.. needs.Select(need => new FetchOne(need))], .. Scans(resource, needs), ThroughHolders(resource, needs)];
        return ways.MinBy(way => way.Count)!;
    }

    private static List<Fetch> ByIds(Resource resource, ResourceMode mode, IReadOnlyList<Need> needs) =>
        [.. needs.Chunk(MaxIds).Select(chunk => new FetchByIds(resource, mode, [.. chunk.Select(need => need.Id)], chunk))];

    private IEnumerable<IReadOnlyList<Fetch>> Scans(Resource resource, IReadOnlyList<Need> needs)
    {
        if (ScanMode(resource, Projections(needs)) is { } mode)
            yield return Scan(resource, mode, needs);
        if (Container(resource, Projections(needs)) is { } container)
            yield return Scan(container.Resource, container.Mode, needs);
    }

    private List<Fetch> Scan(Resource resource, ResourceMode mode, IReadOnlyList<Need> needs) =>
        [.. Enumerable.Range(0, sizes.CallsToScan(resource)).Select(page => new FetchScan(resource, mode, page, needs))];

    /// <summary>
    /// An agency of a launch stands in full in the detailed launch, and launches are asked for by a list. One launch is enough
    /// for each agency. What no such object holds is asked for by itself.
    /// </summary>
    private List<Fetch> ThroughHolders(Resource resource, IReadOnlyList<Need> needs)
    {
        var held = needs.Select(need => (Need: need, Holder: Holder(need))).ToLookup(pair => pair.Holder is not null);
        List<Fetch> fetches = [];
        foreach (var group in held[true].GroupBy(pair => pair.Holder!.Entity.Resource!))
        {
            foreach (var chunk in group.GroupBy(pair => pair.Holder!.Id!, StringComparer.Ordinal).Chunk(MaxIds))
                fetches.Add(new FetchByIds(group.Key, group.Key.Fullest, [.. chunk.Select(holder => holder.Key)], [.. chunk.SelectMany(holder => holder.Select(pair => pair.Need))]));
        }

        List<Need> alone = [.. held[false].Select(pair => pair.Need)];
        if (alone.Count > 0)
            fetches.AddRange(Scans(resource, alone).Append([.. alone.Select(need => new FetchOne(need))]).MinBy(way => way.Count)!);
        return fetches;
    }

    /// <summary>
    /// An object at hand that can be asked for by a list and holds the object as it is needed: the nearest around the stub, or one
    /// that the stub names itself.
    /// </summary>
    private ResourceObject? Holder(Need need)
    {
        List<EntityField> path = [];
        for (var here = need.Stub; here?.ParentField is { } field && here.Parent is { } parent; here = parent)
        {
            path.Insert(0, field);
            if (parent is { Id: not null, Entity.Resource: { BatchFilter: not null } resource } && Reaches(resource.Fullest.Variant, path, need.Projection))
                return parent;
        }

        foreach (var link in LinksOf(need.Resource, need.Projection))
        {
            if (need.Stub?[link.Via] is { Kind: FieldValueKind.Object, Object: { Id: not null } named })
                return named;
        }

        return null;
    }

    /// <summary>Whether objects that carry the link are held by what it names.</summary>
    public bool IsHeldByLink(Variant variant, Projection need) =>
        variant.Entity.Resource is { } resource && LinksOf(resource, need).Any(link => variant.Carries(link.Via));

    private IEnumerable<(EntityField Via, IReadOnlyList<EntityField> Path)> LinksOf(Resource resource, Projection need) =>
        links.Where(link => link.Via.Owner == resource.Entity && Reaches(link.Via.Child!.Resource!.Fullest.Variant, link.Path, need));

    private static bool Reaches(Variant variant, IReadOnlyList<EntityField> path, Projection need)
    {
        foreach (var step in path)
        {
            if (variant.Child(step) is not { } child)
                return false;
            variant = child;
        }

        return variant.Covers(need, path);
    }

    private (Resource Resource, ResourceMode Mode)? Container(Resource resource, IReadOnlyList<Projection> needs)
    {
        foreach (var field in containments.Where(field => field.Child == resource.Entity))
        {
            if (field.Owner.Resource is { } container && needs.All(need => Reaches(container.Fullest.Variant, [field], need)))
                return (container, container.Fullest);
        }

        return null;
    }

    private static List<Projection> Projections(IReadOnlyList<Need> needs) => [.. needs.Select(need => need.Projection).Distinct()];

    /// <summary>Of the modes that have all that is asked, the one that leaves least open below; the thinnest of equal ones.</summary>
    private static ResourceMode? Mode(Resource resource, IReadOnlyList<Projection> needs) =>
        resource.Modes.Where(mode => needs.All(need => mode.Variant.Covers(need))).MinBy(mode => needs.Sum(need => mode.Variant.CountGaps(need)));

    /// <summary>Only lists that can be ordered by something are scanned in pages; others may lose rows between two.</summary>
    private ResourceMode? ScanMode(Resource resource, IReadOnlyList<Projection> needs) =>
        resource.Orderings.Count > 0 || sizes.CallsToScan(resource) == 1 ? Mode(resource, needs) : null;
}
