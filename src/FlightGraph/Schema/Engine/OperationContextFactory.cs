using FlightGraph.DataLoaders;
using FlightGraph.Upstream;
using FlightGraph.Upstream.Planning;
using Microsoft.Extensions.Options;

namespace FlightGraph.Schema.Engine;

/// <summary>Makes what one operation works with.</summary>
internal sealed class OperationContextFactory(LoaderFactory loaders, CostEstimator estimator, SchemaCatalogue catalogue, IOptions<UpstreamOptions> options)
{
    /// <param name="terms">On whose behalf it runs, and how old its answer may be.</param>
    /// <param name="onlyPlans">Whether to end before the first call.</param>
    /// <param name="operation">Ends the operation.</param>
    public OperationContext Create(CallTerms terms, bool onlyPlans, CancellationTokenSource operation)
    {
        var own = loaders.Create(terms);
        return new OperationContext(own, new OperationGate(estimator, catalogue, own.Use, options.Value.MaxCallsPerOperation, onlyPlans, operation));
    }
}
