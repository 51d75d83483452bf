using FlightGraph.DataLoaders;
using FlightGraph.Schema.Edges;
using FlightGraph.Upstream.Documents;
using GraphQL;
using GraphQL.Resolvers;

namespace FlightGraph.Schema.Engine;

/// <summary>A field whose objects the upstream keeps in several places.</summary>
internal sealed class GatherResolver(CatalogueGather gather) : IFieldResolver
{
    public ValueTask<object?> ResolveAsync(IResolveFieldContext context) => new(new PendingResult<GatheredObjects>(
        OperationContext.Of(context).Loaders.Gatherer.Load((ResourceObject)context.Source!, gather.Paths), Convert));

    private object? Convert(GatheredObjects gathered)
    {
        if (gathered.Error is { } error)
            throw GatewayError.From(error);
        return gather.IsList ? gathered.Items : gathered.Items.FirstOrDefault();
    }
}
