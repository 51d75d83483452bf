using FlightGraph.DataLoaders;
using FlightGraph.Upstream;
using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Planning;
using FlightGraph.Upstream.Store;
using Microsoft.Extensions.Options;

namespace FlightGraph.Schema.Engine;

/// <summary>Makes what one operation works with.</summary>
internal sealed class OperationContextFactory(
    UpstreamContract contract,
    UpstreamClient upstream,
    FetchPlanner planner,
    CollectionSizes sizes,
    CostEstimator estimator,
    EntityStore objects,
    ListStore lists,
    DocumentStore documents,
    EntityClaims claims,
    SchemaCatalogue catalogue,
    IOptions<UpstreamOptions> options)
{
    /// <param name="onlyPlans">Whether to end before the first call.</param>
    /// <param name="operation">Ends the operation.</param>
    public OperationContext Create(bool onlyPlans, CancellationTokenSource operation)
    {
        var loaders = new ResourceLoaders(contract, upstream, planner, sizes, objects, lists, documents, claims);
        return new OperationContext(loaders, new OperationGate(estimator, catalogue, loaders.Cost, options.Value.MaxCallsPerOperation, onlyPlans, operation));
    }
}
