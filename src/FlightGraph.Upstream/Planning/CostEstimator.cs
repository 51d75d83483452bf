using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Freshness;
using FlightGraph.Upstream.Requests;
using FlightGraph.Upstream.Store;

namespace FlightGraph.Upstream.Planning;

/// <summary>
/// Foresees what an operation costs, before its first call: by what is remembered where it is, else by what the variants carry
/// and how many objects there can be at most.
/// </summary>
public sealed class CostEstimator(UpstreamContract contract, FetchPlanner planner, CollectionSizes sizes, EntityStore store, ListStore lists)
{
    private readonly IReadOnlyList<Detour> detours = Detour.In(contract);

    /// <param name="steps">What the operation asks for at its top.</param>
    /// <param name="tolerance">How old what is remembered may be.</param>
    /// <param name="coordinateOf">How a field is called in the schema.</param>
    public CostEstimate Estimate(IReadOnlyList<RootStep> steps, Tolerance tolerance, Func<EntityField, string> coordinateOf)
    {
        var forecast = new CostForecast(planner, sizes, store, lists, detours, tolerance, coordinateOf);
        foreach (var group in steps.Where(step => step is { Object: not null, Remembered: null }).GroupBy(step => step.Object!.Value.Resource))
        {
            var need = group.Select(step => step.Need).Aggregate((left, right) => left.And(right));
            var distinct = group.Select(step => step.Object!.Value.Id).Distinct(StringComparer.Ordinal).Count();
            forecast.Add(new FieldCost(group.First().Coordinate, group.Key.Path, planner.Estimate(group.Key, need, distinct, isHeldByBatch: false)));
        }

        foreach (var step in steps)
        {
            if (step is { Object: null, Remembered: null, Calls: > 0 })
                forecast.Add(new FieldCost(step.Coordinate, step.Variant?.Entity.Resource?.Path ?? "", step.Calls));
            if (step.Remembered is { } objects)
                forecast.AddRemembered(step.Coordinate, objects, step.Need);
            else if (step.Object?.Resource.Detail is { } detail)
                forecast.AddForeseen(step.Coordinate, detail, step.Need, step.Objects);
            else if (step.Variant is { } variant)
                forecast.AddForeseen(step.Coordinate, variant, step.Need, step.Objects);
        }

        return forecast.ToEstimate();
    }
}
