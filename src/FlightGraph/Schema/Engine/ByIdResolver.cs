using FlightGraph.DataLoaders;
using FlightGraph.Hosting;
using FlightGraph.Upstream;
using FlightGraph.Upstream.Documents;
using GraphQL;
using GraphQL.Resolvers;

namespace FlightGraph.Schema.Engine;

/// <summary>A root field that gives one object by its id; null when there is none.</summary>
internal sealed class ByIdResolver(CatalogueResource resource) : IFieldResolver
{
    public ValueTask<object?> ResolveAsync(IResolveFieldContext context)
    {
        var id = IdArgument.Parse(context.GetArgument<object?>("id"), resource.Type, "id");
        var loader = OperationContext.Of(context).Loaders.ById;
        var answer = loader.LoadAsync(new ResourceKey(resource.Upstream, id));
        var pending = new Pending<UpstreamResult<ResourceObject>>(cancellationToken =>
        {
            loader.Dispatch(cancellationToken);
            return answer;
        });
        return new ValueTask<object?>(new PendingResult<UpstreamResult<ResourceObject>>(
            pending, result => result.Error is { } error ? throw GatewayError.From(error) : result.Value));
    }
}
