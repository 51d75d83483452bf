using FlightGraph.Upstream;
using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Documents;
using GraphQL;
using GraphQL.Resolvers;

namespace FlightGraph.Schema.Engine;

/// <summary>A word list, whole.</summary>
internal sealed class VocabularyResolver(Resource resource) : IFieldResolver
{
    public ValueTask<object?> ResolveAsync(IResolveFieldContext context) => new(new PendingResult<UpstreamResult<ResourcePage>>(
        OperationContext.Of(context).Loaders.WholeLists.Load(resource),
        result => result.Error is { } error ? throw GatewayError.From(error) : result.Value!.Rows.OfType<ResourceObject>().ToList()));
}
