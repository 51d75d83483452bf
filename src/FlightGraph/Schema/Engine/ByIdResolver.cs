using FlightGraph.DataLoaders;
using FlightGraph.Upstream;
using FlightGraph.Upstream.Documents;
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
        var loader = OperationContext.Of(context).Loaders.ById;
        var answer = loader.LoadAsync(key);
        return new(
            new(cancellationToken =>
            {
                loader.Dispatch(cancellationToken);
                return answer;
            }),
            Found);
    }

    public static ResourceObject? Found(UpstreamResult<ResourceObject> result) =>
        result.Error is { } error ? throw GatewayError.From(error) : result.Value;
}
