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
        result =>
        {
            if (result.Error is { } error)
                throw GatewayError.From(error);
            if (result.Value!.Rows.Any(row => row is null))
            {
                var spoilt = GatewayError.Malformed();
                spoilt.Path = context.ResponsePath.ToList();
                spoilt.AddLocation(context.FieldAst, context.Document);
                context.Errors.Add(spoilt);
            }

            return result.Value.Rows.OfType<ResourceObject>().ToList();
        }));
}
