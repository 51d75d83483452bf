using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Documents;
using FlightGraph.Upstream.Freshness;
using FlightGraph.Upstream.Requests;
using FlightGraph.Upstream.Store;

namespace FlightGraph.Upstream.Planning;

/// <summary>What one operation is foreseen to cost, added up place by place.</summary>
/// <param name="tolerance">How old what is remembered may be.</param>
/// <param name="coordinateOf">How a field is called in the schema.</param>
internal sealed class CostForecast(
    FetchPlanner planner, CollectionSizes sizes, EntityStore store, ListStore lists, IReadOnlyList<Detour> detours, Tolerance tolerance,
    Func<EntityField, string> coordinateOf)
{
    /// <summary>How many items a list inside a document is taken to have: crews, programs, stages.</summary>
    private const int ItemsOfAList = 3;

    private readonly List<FieldCost> costs = [];

    /// <summary>The sum, with what costs most first.</summary>
    public CostEstimate ToEstimate()
    {
        var fields = costs.Where(cost => cost.Calls > 0)
            .GroupBy(cost => (cost.Coordinate, cost.Resource))
            .Select(group => new FieldCost(group.Key.Coordinate, group.Key.Resource, group.Sum(cost => cost.Calls)))
            .OrderByDescending(cost => cost.Calls)
            .ToList();
        return new CostEstimate(fields.Sum(cost => cost.Calls), fields);
    }

    public void Add(FieldCost cost) => costs.Add(cost);

    /// <summary>Objects at hand: what they lack is looked up, and only what is not remembered costs.</summary>
    public void AddRemembered(string coordinate, IReadOnlyList<ResourceObject> objects, Projection need)
    {
        if (objects.Count == 0)
            return;
        var entity = objects[0].Entity;
        var complete = objects.Select(item => item.Covers(need) || entity.Resource is null || item.Id is null ? item : store.Find(entity, item.Id, need, tolerance)?.Value).ToList();
        var missing = objects.Where((_, i) => complete[i] is null).Select(item => item.Id!).Distinct(StringComparer.Ordinal).Count();
        if (missing > 0)
        {
            costs.Add(new FieldCost(coordinate, entity.Resource!.Path, planner.Estimate(entity.Resource, need, missing, isHeldByBatch: false)));
            AddForeseen(coordinate, entity.Resource.Detail, need, missing);
        }

        foreach (var (field, below) in need.Fields.Where(pair => pair.Value is not null))
        {
            var nested = complete.OfType<ResourceObject>().SelectMany(item =>
                item[field].Kind == FieldValueKind.Absent && BackLink.Follow(item, field) is { } holder ? [holder] : item[field].Objects);
            AddRemembered(coordinateOf(field), [.. nested], below!);
            if (DetourTo(field) is { } detour)
                AddDocked(detour, below!, [.. complete.OfType<ResourceObject>().Where(port => port[field].Kind == FieldValueKind.Absent)]);
        }

        foreach (var edge in need.Edges)
        {
            // The owners that are not at hand are foreseen with their edges.
            var owners = complete.OfType<ResourceObject>().ToList();
            var pages = owners.Select(owner => edge.QuestionOf(owner) is var (request, rows) ? lists.Find(request, rows, tolerance)?.Value : null).OfType<ResourcePage>().ToList();
            AddEdge(edge, owners.Count - pages.Count);
            AddRemembered(edge.Coordinate, [.. pages.SelectMany(page => page.Rows).OfType<ResourceObject>()], edge.Rows);
        }
    }

    /// <summary>Objects that are still to come, at the root of a document that is written in a variant.</summary>
    public void AddForeseen(string coordinate, Variant variant, Projection need, int objects) =>
        AddForeseen(coordinate, variant, need, objects, variant, [], null);

    /// <param name="root">How the document that will bring them is written.</param>
    /// <param name="path">The fields that lead to them in it.</param>
    /// <param name="held">How they are written in what holds them and can be asked for by a list; null where nothing does.</param>
    private void AddForeseen(
        string coordinate,
        Variant variant,
        Projection need,
        int objects,
        Variant root,
        IReadOnlyList<EntityField> path,
        Variant? held)
    {
        if (variant.Entity.Resource is { } resource)
        {
            objects = Math.Min(objects, sizes.CallsToScan(resource) * PageRequest.MaxLimit);
            if (!variant.Covers(need, path))
            {
                var isHeld = held?.Covers(need, path) == true || planner.IsHeldByLink(variant, need);
                costs.Add(new FieldCost(coordinate, resource.Path, planner.Estimate(resource, need, objects, isHeld)));
                (variant, root, path) = (resource.Detail, resource.Detail, []);
            }

            if (resource.BatchFilter is not null)
                held = resource.Fullest.Variant;
        }

        foreach (var (field, below) in need.Fields)
        {
            if (below is null)
                continue;
            if (variant.Child(field) is { } child)
            {
                AddForeseen(
                    coordinateOf(field), child, below, field.Kind == FieldKind.List ? objects * ItemsOfAList : objects,
                    root, [.. path, field], held?.Child(field));
            }
            else if (DetourTo(field) is { } detour)
            {
                AddElsewhere(detour, below, objects);
            }
            else if (BackLink.HolderOf(field, path) is { } holder)
            {
                // What holds them is at hand, but perhaps without all that is asked of it here.
                IReadOnlyList<EntityField> way = [.. path.Take(holder)];
                AddForeseen(coordinateOf(field), way.Aggregate(root, (here, step) => here.Child(step)!), below, objects, root, way, null);
            }
        }

        AddEdges(need, objects);
    }

    /// <summary>What is docked at ports at hand that do not tell: their stations do, and may be remembered.</summary>
    private void AddDocked(Detour detour, Projection need, IReadOnlyList<ResourceObject> ports)
    {
        List<ResourceObject> docked = [];
        var open = 0;
        foreach (var port in ports.Where(port => port[detour.Via].Kind != FieldValueKind.Null))
        {
            var station = port[detour.Via] is { Kind: FieldValueKind.Object, Object: { Id: { } id } named }
                ? store.Find(named.Entity, id, Projection.Nothing.With([detour.List]), tolerance)?.Value
                : null;
            if (station is null)
                open++;
            else if (detour.Find(station, port)?[detour.Field] is { Kind: FieldValueKind.Object } found)
                docked.Add(found.Object);
        }

        AddRemembered(coordinateOf(detour.Field), docked, need);
        if (open > 0)
            AddElsewhere(detour, need, open);
    }

    /// <summary>What is docked at ports that do not tell stands in the ports of their stations.</summary>
    private void AddElsewhere(Detour detour, Projection need, int ports)
    {
        var stations = detour.List.Owner.Resource!;
        costs.Add(new FieldCost(coordinateOf(detour.Field), stations.Path, Math.Min(ports, sizes.CallsToScan(stations))));
        IReadOnlyList<EntityField> way = [detour.List, detour.Field];
        if (way.Aggregate((Variant?)stations.Detail, (here, step) => here?.Child(step)) is { } docked)
            AddForeseen(coordinateOf(detour.Field), docked, need, ports, stations.Detail, way, null);
    }

    /// <summary>Each owner alone; or all rows together; or, where only a first call can tell which is less, that call too.</summary>
    private int CallsOf(ProjectedEdge edge, int owners)
    {
        var scan = sizes.CallsToScan(edge.Resource);
        if (owners > 1 && edge.TakesSeveralOwners)
            return FetchPlanner.CallsByIds(owners) + Math.Min(owners, scan - 1);
        return edge.NamesOwner ? Math.Min(owners, scan) : owners;
    }

    private void AddEdges(Projection need, int owners)
    {
        foreach (var edge in need.Edges)
            AddEdge(edge, owners);
    }

    private void AddEdge(ProjectedEdge edge, int owners)
    {
        if (owners == 0)
            return;
        costs.Add(new FieldCost(edge.Coordinate, edge.Resource.Path, CallsOf(edge, owners)));
        AddForeseen(edge.Coordinate, edge.Rows.Choose(edge.Resource.Modes).Variant, edge.Rows, owners * edge.Size);
    }

    private Detour? DetourTo(EntityField field) => detours.FirstOrDefault(detour => detour.Field == field);
}
