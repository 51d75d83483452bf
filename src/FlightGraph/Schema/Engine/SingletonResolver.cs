using FlightGraph.Upstream;
using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Documents;
using FlightGraph.Upstream.Planning;
using GraphQL;
using GraphQL.Resolvers;

namespace FlightGraph.Schema.Engine;

/// <summary>A document that there is but one of, in the thinnest depth that answers.</summary>
internal sealed class SingletonResolver(Singleton document) : IFieldResolver
{
    public ValueTask<object?> ResolveAsync(IResolveFieldContext context)
    {
        var operation = OperationContext.Of(context);
        var need = operation.NeedOf(context, document.Entity);
        var mode = need.Choose(document.Modes);
        var coordinate = OperationContext.Coordinate(context);
        operation.Loaders.Use.Cost.Plan(new RootStep(coordinate, need)
        {
            Variant = mode.Variant,
            Remembered = operation.Loaders.Singletons.Recall(document, mode) is { } remembered ? [remembered] : null,
        });
        return new(new PendingResult<UpstreamResult<ResourceObject>>(context, operation.Loaders.Singletons.Load(document, mode, coordinate), ByIdResolver.Found));
    }
}
