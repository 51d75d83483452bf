using FlightGraph.Upstream;
using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Documents;
using FlightGraph.Upstream.Planning;
using FlightGraph.Upstream.Requests;
using GraphQL;
using GraphQL.Resolvers;

namespace FlightGraph.Schema.Engine;

/// <summary>A word list, whole.</summary>
internal sealed class VocabularyResolver(Resource resource) : IFieldResolver
{
    public ValueTask<object?> ResolveAsync(IResolveFieldContext context)
    {
        var operation = OperationContext.Of(context);
        var (need, coordinate) = (operation.NeedOf(context, resource.Entity), OperationContext.Coordinate(context));
        var (pending, remembered) = operation.Loaders.WholeLists.Load(resource, coordinate);
        operation.Loaders.Use.Cost.Plan(new RootStep(coordinate, need) { Variant = resource.Detail, Objects = PageRequest.MaxLimit, Remembered = remembered });
        var kept = context.Copy();
        return new(new PendingResult<UpstreamResult<ResourcePage>>(context, pending, result => Words(kept, result)));
    }

    /// <summary>A word that cannot be read is left out, with an error at the list that spoils no other.</summary>
    private static object? Words(IResolveFieldContext context, UpstreamResult<ResourcePage> result)
    {
        if (result.Error is { } error)
            throw GatewayError.From(error);
        if (result.Value!.Rows.Any(row => row is null))
        {
            var spoilt = GatewayError.Malformed();
            spoilt.Path = [.. context.ResponsePath];
            spoilt.AddLocation(context.FieldAst, context.Document);
            context.Errors.Add(spoilt);
        }

        return Completion.Of(context, [.. result.Value.Rows.OfType<ResourceObject>()]);
    }
}
