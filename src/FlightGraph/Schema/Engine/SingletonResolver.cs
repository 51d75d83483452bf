using FlightGraph.Upstream;
using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Documents;
using GraphQL;
using GraphQL.Resolvers;

namespace FlightGraph.Schema.Engine;

/// <summary>A document that there is but one of, in the thinnest depth that answers.</summary>
internal sealed class SingletonResolver(Singleton document, CatalogueType type) : IFieldResolver
{
    public ValueTask<object?> ResolveAsync(IResolveFieldContext context)
    {
        var mode = ProjectionBuilder.For(context).Of(context.FieldAst.SelectionSet, type).Choose(document.Modes);
        return new(new PendingResult<UpstreamResult<ResourceObject>>(OperationContext.Of(context).Loaders.Singletons.Load(document, mode), ByIdResolver.Found));
    }
}
