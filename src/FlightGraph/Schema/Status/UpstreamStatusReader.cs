using FlightGraph.DataLoaders;
using FlightGraph.Upstream.Budget;
using FlightGraph.Upstream.Http;
using FlightGraph.Upstream.Store;
using FlightGraph.Upstream.Warming;

namespace FlightGraph.Schema.Status;

/// <summary>Looks at how the gateway stands with its upstream. Costs no call.</summary>
internal sealed class UpstreamStatusReader(
    CallBudget budget, UpstreamHealth health, EntityStore objects, AnswerMemory memory, RefreshQueue refreshes, WarmingReport warming,
    SchemaCatalogue catalogue)
{
    public UpstreamStatus Read() => new()
    {
        Budget = budget.State,
        Breaker = health.State,
        UntilProbe = health.UntilProbe,
        LastGoodCall = health.LastGoodCall,
        Remembered =
        [
            .. objects.CountByEntity.Select(pair => new RememberedCount(catalogue.Type(pair.Key).Name, pair.Value))
                .OrderByDescending(count => count.Count).ThenBy(count => count.Type, StringComparer.Ordinal),
        ],
        Memory = memory.Memory,
        RefreshesWaiting = refreshes.Count,
        Warming = WarmingStatus.Of(warming),
    };
}
