using FlightGraph.DataLoaders;
using FlightGraph.Upstream;
using FlightGraph.Upstream.Documents;
using FlightGraph.Upstream.Planning;
using GraphQL;
using GraphQL.Resolvers;

namespace FlightGraph.Schema.Engine;

/// <summary>A root field that gives one object by its id; null when there is none.</summary>
internal sealed class ByIdResolver(CatalogueResource resource) : IFieldResolver
{
    public ValueTask<object?> ResolveAsync(IResolveFieldContext context) =>
        new(Load(context, new ResourceKey(resource.Upstream, IdArgument.Parse(context.GetArgument<object?>("id"), resource.Type, "id"))));

    public static PendingResult<UpstreamResult<ResourceObject>> Load(IResolveFieldContext context, ResourceKey key)
    {
        var operation = OperationContext.Of(context);
        var (loader, coordinate) = (operation.Loaders.ById, OperationContext.Coordinate(context));
        var need = operation.NeedOf(context, key.Resource.Entity);
        var answer = loader.LoadAsync(new Need(key.Resource, key.Id, need, null), coordinate);
        operation.Loaders.Use.Cost.Plan(new RootStep(coordinate, need)
        {
            Object = (key.Resource, key.Id),
            Remembered = answer is { IsCompletedSuccessfully: true, Result: { Error: null, Value: var value } } ? value is null ? [] : [value] : null,
        });
        return new(
            context,
            new(cancellationToken =>
            {
                loader.Dispatch(cancellationToken);
                return answer;
            }),
            // Where the whole cannot be had, what is known of it stands, and the fields that it lacks tell why.
            result => result.Error is not null && loader.RecallPart(new Need(key.Resource, key.Id, need, null), coordinate) is { } part ? part : Found(result));
    }

    public static ResourceObject? Found(UpstreamResult<ResourceObject> result) =>
        result.Error is { } error ? throw GatewayError.From(error) : result.Value;
}
