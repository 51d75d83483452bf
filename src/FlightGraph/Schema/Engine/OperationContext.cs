using FlightGraph.DataLoaders;
using GraphQL;

namespace FlightGraph.Schema.Engine;

/// <summary>What the resolvers of one operation share. The engine carries it as its user context.</summary>
internal sealed class OperationContext(ResourceLoaders loaders) : Dictionary<string, object?>
{
    public ResourceLoaders Loaders { get; } = loaders;

    public static OperationContext Of(IResolveFieldContext context) => (OperationContext)context.UserContext;
}
