using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Documents;
using FlightGraph.Upstream.Requests;
using FlightGraph.Upstream.Store;

namespace FlightGraph.Upstream.Planning;

/// <summary>
/// Foresees what an operation costs, before its first call: by what is remembered where it is, else by what the variants carry
/// and how many objects there can be at most.
/// </summary>
public sealed class CostEstimator(UpstreamContract contract, FetchPlanner planner, CollectionSizes sizes, EntityStore store, ListStore lists)
{
    /// <summary>How many items a list inside a document is taken to have: crews, programs, stages.</summary>
    private const int ItemsOfAList = 3;

    /// <param name="steps">What the operation asks for at its top.</param>
    /// <param name="coordinateOf">How a field is called in the schema.</param>
    public CostEstimate Estimate(IReadOnlyList<RootStep> steps, Func<EntityField, string> coordinateOf)
    {
        List<FieldCost> costs = [];
        foreach (var group in steps.Where(step => step is { Object: not null, Remembered: null }).GroupBy(step => step.Object!.Value.Resource))
        {
            var need = group.Select(step => step.Need).Aggregate((left, right) => left.And(right));
            var distinct = group.Select(step => step.Object!.Value.Id).Distinct(StringComparer.Ordinal).Count();
            costs.Add(new FieldCost(group.First().Coordinate, group.Key.Path, planner.Estimate(group.Key, need, distinct, isHeldByBatch: false)));
        }

        foreach (var step in steps)
        {
            if (step is { Object: null, Remembered: null, Calls: > 0 })
                costs.Add(new FieldCost(step.Coordinate, step.Variant?.Entity.Resource?.Path ?? "", step.Calls));
            if (step.Remembered is { } objects)
                AddRemembered(step.Coordinate, objects, step.Need, coordinateOf, costs);
            else if (step.Object?.Resource.Detail is { } detail)
                AddForeseen(step.Coordinate, detail, step.Need, step.Objects, coordinateOf, costs);
            else if (step.Variant is { } variant)
                AddForeseen(step.Coordinate, variant, step.Need, step.Objects, coordinateOf, costs);
        }

        var fields = costs.Where(cost => cost.Calls > 0)
            .GroupBy(cost => (cost.Coordinate, cost.Resource))
            .Select(group => new FieldCost(group.Key.Coordinate, group.Key.Resource, group.Sum(cost => cost.Calls)))
            .OrderByDescending(cost => cost.Calls)
            .ToList();
        return new CostEstimate(fields.Sum(cost => cost.Calls), fields);
    }

    /// <summary>Objects at hand: what they lack is looked up, and only what is not remembered costs.</summary>
    private void AddRemembered(string coordinate, IReadOnlyList<ResourceObject> objects, Projection need, Func<EntityField, string> coordinateOf, List<FieldCost> costs)
    {
        if (objects.Count == 0)
            return;
        var entity = objects[0].Entity;
        var complete = objects.Select(item => item.Covers(need) || entity.Resource is null || item.Id is null ? item : store.Find(entity, item.Id, need)).ToList();
        var missing = objects.Where((_, i) => complete[i] is null).Select(item => item.Id!).Distinct(StringComparer.Ordinal).Count();
        if (missing > 0)
        {
            costs.Add(new FieldCost(coordinate, entity.Resource!.Path, planner.Estimate(entity.Resource, need, missing, isHeldByBatch: false)));
            AddForeseen(coordinate, entity.Resource.Detail, need, missing, coordinateOf, costs);
        }

        foreach (var (field, below) in need.Fields.Where(pair => pair.Value is not null))
        {
            var nested = complete.OfType<ResourceObject>().SelectMany(item => item[field].Kind switch
            {
                FieldValueKind.Object => [item[field].Object],
                FieldValueKind.List => item[field].List,
                FieldValueKind.Absent when BackLink.Follow(item, field) is { } holder => [holder],
                _ => Enumerable.Empty<ResourceObject>(),
            });
            AddRemembered(coordinateOf(field), [.. nested], below!, coordinateOf, costs);
            if (Coverage.IsElsewhere(field))
                AddDocked(field, below!, [.. complete.OfType<ResourceObject>().Where(port => port[field].Kind == FieldValueKind.Absent)], coordinateOf, costs);
        }

        foreach (var edge in need.Edges)
        {
            // The owners that are not at hand are foreseen with their edges.
            var owners = complete.OfType<ResourceObject>().ToList();
            var pages = owners.Select(owner => edge.QuestionOf(owner) is var (request, rows) ? lists.Find(request, rows) : null).OfType<ResourcePage>().ToList();
            AddEdge(edge, owners.Count - pages.Count, coordinateOf, costs);
            AddRemembered(edge.Coordinate, [.. pages.SelectMany(page => page.Rows).OfType<ResourceObject>()], edge.Rows, coordinateOf, costs);
        }
    }

    /// <summary>Objects that are still to come, at the root of a document that is written in a variant.</summary>
    private void AddForeseen(string coordinate, Variant variant, Projection need, int objects, Func<EntityField, string> coordinateOf, List<FieldCost> costs) =>
        AddForeseen(coordinate, variant, need, objects, variant, [], null, coordinateOf, costs);

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
        Variant? held,
        Func<EntityField, string> coordinateOf,
        List<FieldCost> costs)
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
                    root, [.. path, field], held?.Child(field), coordinateOf, costs);
            }
            else if (Coverage.IsElsewhere(field))
            {
                AddElsewhere(field, below, objects, coordinateOf, costs);
            }
            else if (BackLink.HolderOf(field, path) is { } holder)
            {
                // What holds them is at hand, but perhaps without all that is asked of it here.
                IReadOnlyList<EntityField> way = [.. path.Take(holder)];
                AddForeseen(coordinateOf(field), way.Aggregate(root, (here, step) => here.Child(step)!), below, objects, root, way, null, coordinateOf, costs);
            }
        }

        AddEdges(need, objects, coordinateOf, costs);
    }

    /// <summary>What is docked at ports at hand that do not tell: their stations do, and may be remembered.</summary>
    private void AddDocked(EntityField field, Projection need, IReadOnlyList<ResourceObject> ports, Func<EntityField, string> coordinateOf, List<FieldCost> costs)
    {
        var detour = Detour.In(contract).Single(detour => detour.Field == field);
        List<ResourceObject> docked = [];
        var open = 0;
        foreach (var port in ports.Where(port => port[detour.Via].Kind != FieldValueKind.Null))
        {
            var station = port[detour.Via] is { Kind: FieldValueKind.Object, Object: { Id: { } id } named }
                ? store.Find(named.Entity, id, Projection.Nothing.With([detour.List]))
                : null;
            if (station is null)
                open++;
            else if (detour.Find(station, port)?[field] is { Kind: FieldValueKind.Object } found)
                docked.Add(found.Object);
        }

        AddRemembered(coordinateOf(field), docked, need, coordinateOf, costs);
        if (open > 0)
            AddElsewhere(field, need, open, coordinateOf, costs);
    }

    /// <summary>What is docked at ports that do not tell stands in the ports of their stations.</summary>
    private void AddElsewhere(EntityField field, Projection need, int ports, Func<EntityField, string> coordinateOf, List<FieldCost> costs)
    {
        var stations = contract.Resource("space_stations");
        costs.Add(new FieldCost(coordinateOf(field), stations.Path, Math.Min(ports, sizes.CallsToScan(stations))));
        IReadOnlyList<EntityField> way = [stations.Entity["docking_location"], field];
        if (way.Aggregate((Variant?)stations.Detail, (here, step) => here?.Child(step)) is { } docked)
            AddForeseen(coordinateOf(field), docked, need, ports, stations.Detail, way, null, coordinateOf, costs);
    }

    /// <summary>Each owner alone; or all rows together; or, where only a first call can tell which is less, that call too.</summary>
    private int CallsOf(ProjectedEdge edge, int owners)
    {
        var scan = sizes.CallsToScan(edge.Resource);
        if (owners > 1 && edge.TakesSeveralOwners)
            return ((owners + FetchPlanner.MaxIds - 1) / FetchPlanner.MaxIds) + Math.Min(owners, scan - 1);
        return edge.NamesOwner ? Math.Min(owners, scan) : owners;
    }

    private void AddEdges(Projection need, int owners, Func<EntityField, string> coordinateOf, List<FieldCost> costs)
    {
        foreach (var edge in need.Edges)
            AddEdge(edge, owners, coordinateOf, costs);
    }

    private void AddEdge(ProjectedEdge edge, int owners, Func<EntityField, string> coordinateOf, List<FieldCost> costs)
    {
        if (owners == 0)
            return;
        costs.Add(new FieldCost(edge.Coordinate, edge.Resource.Path, CallsOf(edge, owners)));
        AddForeseen(edge.Coordinate, edge.Rows.Choose(edge.Resource.Modes).Variant, edge.Rows, owners * edge.Size, coordinateOf, costs);
    }
}
