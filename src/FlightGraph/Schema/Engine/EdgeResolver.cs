using FlightGraph.DataLoaders;
using FlightGraph.Schema.Edges;
using FlightGraph.Schema.Paging;
using FlightGraph.Upstream.Documents;
using GraphQL;
using GraphQL.Resolvers;

namespace FlightGraph.Schema.Engine;

/// <summary>A connection from an object to the rows that name it.</summary>
internal sealed class EdgeResolver(CatalogueEdge edge) : IFieldResolver
{
    public ValueTask<object?> ResolveAsync(IResolveFieldContext context)
    {
        var source = (ResourceObject)context.Source!;
        var value = source[edge.By];
        if (value.Kind == FieldValueKind.Scalar)
            return new(Load(context, value.GetText(), source));
        if (value.Kind != FieldValueKind.Absent)
            return new((object?)null);

        // The filter takes a value that the document at hand does not have.
        var kept = context.Copy();
        return new(new PendingResult<HydratedValue>(context, OperationContext.Of(context).Loaders.Hydrator.Load(source, edge.By, OperationContext.Coordinate(context)), hydrated => hydrated switch
        {
            { Error: { } error } => throw GatewayError.From(error),
            { Value.Kind: FieldValueKind.Scalar } => Load(kept, hydrated.Value.GetText(), source),
            _ => null,
        }));
    }

    private PendingResult<ConnectionResult> Load(IResolveFieldContext context, string value, ResourceObject source) =>
        ConnectionResolver.Load(
            context,
            edge.Target,
            [edge.FilterBy(value)],
            edge.OwnerPath is { } path ? new ListOwner(edge.Definition.Parameter, source.Id!, path, edge.TakesSeveralOwners) : null);
}
