using FlightGraph.Schema.Engine.Scalars;
using FlightGraph.Upstream.Documents;
using GraphQL;
using GraphQL.Introspection;
using GraphQL.Resolvers;
using GraphQL.Types;

namespace FlightGraph.Schema.Engine;

/// <summary>The engine's types, made from the catalogue in a loop.</summary>
internal sealed class GatewaySchema : GraphQL.Types.Schema
{
    private readonly Dictionary<string, IGraphType> namedTypes;
    private readonly ConnectionTypes connections = new();
    private readonly ListArgumentTypes listTypes;

    public GatewaySchema(SchemaCatalogue catalogue, IServiceProvider services)
        : base(services)
    {
        // What introspection queries of today's tools ask for.
        Features.DeprecationOfInputValues = true;
        Features.RepeatableDirectives = true;
        // A steady order makes changes of the printed schema readable.
        Comparer = new AlphabeticalSchemaComparer();
        Directives.Register(SpecifiedBy.Directive);
        RegisterVisitor(new SpecifiedBy());
        Description = "Spaceflight as one graph: launches, flights, people, vehicles and places from Launch Library 2 by The Space Devs.";

        IEnumerable<IGraphType> scalars =
            [new StringGraphType(), new IntGraphType(), new FloatGraphType(), new BooleanGraphType(), new IdGraphType(), .. GatewayScalars.Create()];
        namedTypes = scalars.ToDictionary(type => type.Name, StringComparer.Ordinal);
        listTypes = new ListArgumentTypes(namedTypes);

        // Names first, fields second: types refer to one another in circles.
        foreach (var type in catalogue.Types)
            namedTypes.Add(type.Name, new ObjectGraphType { Name = type.Name, Description = type.Description });
        foreach (var type in catalogue.Types)
            AddFields(Object(type), type);
        Query = CreateQuery(catalogue);
    }

    private ObjectGraphType Object(CatalogueType type) => (ObjectGraphType)namedTypes[type.Name];

    private void AddFields(ObjectGraphType graphType, CatalogueType type)
    {
        // Objects appear as what their field declares; nothing else could be asked.
        graphType.IsTypeOf = value => value is ResourceObject resource && resource.Entity == type.Entity;
        if (type.Entity.IdField is { } idField)
        {
            Add(graphType, "id", "ID!", "The node id, unique among all types.", Source(source => NodeId.Format(type.Name, source.Id!)));
            Add(graphType, "launchLibraryId", type.HasUuids ? "UUID!" : "Int!", "The id in Launch Library 2, unique among its kind. Launch Library 2: `id`.",
                Source(source => type.HasUuids ? source.Id : (int)source[idField].GetInteger()));
        }

        foreach (var field in type.Fields)
            Add(graphType, field.Name, field.Type, field.Description, new UpstreamFieldResolver(field));
    }

    private ObjectGraphType CreateQuery(SchemaCatalogue catalogue)
    {
        var query = new ObjectGraphType { Name = "Query", Description = "Where every question starts." };
        foreach (var resource in catalogue.Resources)
        {
            var definition = resource.Definition;
            Add(query, definition.Singular, resource.Type.Name, $"One {resource.Type.Name} by its id; null when there is none.", new ByIdResolver(resource),
                Argument("id", "ID!", $"Must be {NodeId.Expected(resource.Type.Name, resource.Type.HasUuids)}."));
            var connection = connections.Create(Object(resource.Type));
            namedTypes.Add(connection.Name, connection);
            Add(query, definition.Plural, connection.Name, $"{definition.Description}, page by page.", new ConnectionResolver(resource), [.. listTypes.Arguments(resource)]);
        }

        return query;
    }

    private QueryArgument Argument(string name, string type, string description) => new(TypeReference.Read(type, namedTypes)) { Name = name, Description = description };

    private void Add(ObjectGraphType owner, string name, string type, string description, IFieldResolver resolver, params QueryArgument[] arguments) =>
        owner.AddField(new FieldType
        {
            Name = name,
            ResolvedType = TypeReference.Read(type, namedTypes),
            Description = description,
            Resolver = resolver,
            Arguments = new QueryArguments(arguments),
        });

    private static FuncFieldResolver<object?> Source(Func<ResourceObject, object?> read) => new(context => read((ResourceObject)context.Source!));
}
