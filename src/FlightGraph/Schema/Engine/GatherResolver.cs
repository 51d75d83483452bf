using FlightGraph.DataLoaders;
using FlightGraph.Schema.Edges;
using FlightGraph.Upstream.Documents;
using GraphQL;
using GraphQL.Resolvers;

namespace FlightGraph.Schema.Engine;

/// <summary>A field whose objects the upstream keeps in several places.</summary>
internal sealed class GatherResolver(CatalogueGather gather) : IFieldResolver
{
    public ValueTask<object?> ResolveAsync(IResolveFieldContext context) =>
        new(Step(context.Copy(), OperationContext.Of(context).Loaders.Gatherer.Start((ResourceObject)context.Source!, gather.Paths, OperationContext.Coordinate(context))));

    /// <summary>Each gap on the way is filled together with those of all others at the same level.</summary>
    private object? Step(IResolveFieldContext context, GatherStep step)
    {
        if (step.Next is { } next)
            return new PendingResult<GatherStep>(context, next, then => Step(context, then));
        if (step.Error is { } error)
            throw GatewayError.From(error);
        if (gather.IsList)
            return Completion.Of(context, step.Items);
        return step.Items.Count == 0 ? null : Completion.Of(context, step.Items[0]);
    }
}
