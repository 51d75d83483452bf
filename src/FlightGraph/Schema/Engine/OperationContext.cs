using System.Collections.Concurrent;
using FlightGraph.DataLoaders;
using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Requests;
using GraphQL;
using GraphQLParser.AST;

namespace FlightGraph.Schema.Engine;

/// <summary>What the resolvers of one operation share. The engine carries it as its user context.</summary>
internal sealed class OperationContext(ResourceLoaders loaders, OperationGate gate) : Dictionary<string, object?>
{
    private readonly ConcurrentDictionary<(GraphQLField Field, Entity Entity), Projection> needs = new();

    public ResourceLoaders Loaders { get; } = loaders;

    /// <summary>Stands before the operation's first call.</summary>
    public OperationGate Gate { get; } = gate;

    public static OperationContext Of(IResolveFieldContext context) => (OperationContext)context.UserContext;

    /// <summary>What the field's selections ask of an object of the entity.</summary>
    public Projection NeedOf(IResolveFieldContext context, Entity entity) => needs.GetOrAdd(
        (context.FieldAst, entity),
        static (key, context) => ProjectionBuilder.For(context).Of(key.Field.SelectionSet, ((GatewaySchema)context.Schema).Catalogue.Type(key.Entity)),
        context);

    /// <summary>The field as a schema coordinate, <c>Launch.pad</c>.</summary>
    public static string Coordinate(IResolveFieldContext context) => $"{context.ParentType.Name}.{context.FieldDefinition.Name}";
}
