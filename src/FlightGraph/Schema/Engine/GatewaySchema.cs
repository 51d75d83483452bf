using FlightGraph.Schema.Engine.Scalars;
using FlightGraph.Schema.Status;
using FlightGraph.Upstream.Documents;
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
        Catalogue = catalogue;
        // What introspection queries of today's tools ask for.
        Features.DeprecationOfInputValues = true;
        // A steady order makes changes of the printed schema readable.
        Comparer = new AlphabeticalSchemaComparer();
        Directives.Register(SpecifiedBy.Directive);
        RegisterVisitor(new CompleteIntrospection());
        Description = "Spaceflight as one graph: launches, flights, people, vehicles and places from Launch Library 2 by The Space Devs.";

        IEnumerable<IGraphType> scalars =
            [new StringGraphType(), new IntGraphType(), new FloatGraphType(), new BooleanGraphType(), new IdGraphType(), .. GatewayScalars.Create()];
        namedTypes = scalars.ToDictionary(type => type.Name, StringComparer.Ordinal);
        listTypes = new ListArgumentTypes(namedTypes);

        foreach (var words in StatusTypes.Enums)
            namedTypes.Add(words.Name, Words(words));

        // Names first, fields second: types refer to one another in circles.
        foreach (var type in catalogue.Types)
            namedTypes.Add(type.Name, new ObjectGraphType { Name = type.Name, Description = type.Description });
        AddAbstractTypes(catalogue);
        foreach (var resource in catalogue.Resources)
        {
            var connection = connections.Create(Object(resource.Type));
            namedTypes.Add(connection.Name, connection);
        }

        foreach (var type in catalogue.Types)
            AddFields(Object(type), type);
        foreach (var type in StatusTypes.Types)
            namedTypes.Add(type.Name, Plain(type));
        // The engine wants to see an interface's fields in the members that it is given to.
        AddMembers(CatalogueType.NodeName, catalogue.Types.Where(type => type.IsNode));
        foreach (var definition in catalogue.Interfaces)
        {
            AddMembers(definition.Name, definition.Members);
            // No field leads to it, only fragments.
            RegisterType(namedTypes[definition.Name]);
        }

        Query = CreateQuery(catalogue, services);
    }

    public SchemaCatalogue Catalogue { get; }

    private ObjectGraphType Object(CatalogueType type) => (ObjectGraphType)namedTypes[type.Name];

    private void AddAbstractTypes(SchemaCatalogue catalogue)
    {
        var node = new InterfaceGraphType { Name = CatalogueType.NodeName, Description = "Anything that can be asked for again by its node id." };
        Add(node, "id", "ID!", "The node id, unique among all types.");
        namedTypes.Add(node.Name, node);

        foreach (var definition in catalogue.Interfaces)
        {
            var type = new InterfaceGraphType { Name = definition.Name, Description = definition.Definition.Description };
            foreach (var field in definition.Definition.Fields)
                Add(type, field.Name, field.Type, field.Description);
            namedTypes.Add(type.Name, type);
        }

        foreach (var definition in catalogue.Unions)
        {
            var union = new UnionGraphType { Name = definition.Name, Description = definition.Description };
            foreach (var member in definition.Members)
                union.AddPossibleType((ObjectGraphType)namedTypes[member]);
            namedTypes.Add(union.Name, union);
        }
    }

    private void AddMembers(string interfaceName, IEnumerable<CatalogueType> members)
    {
        foreach (var member in members)
            Object(member).AddResolvedInterface((InterfaceGraphType)namedTypes[interfaceName]);
    }

    private void AddFields(ObjectGraphType graphType, CatalogueType type)
    {
        // Tells the members of unions and interfaces from one another.
        graphType.IsTypeOf = value => value is ResourceObject resource && resource.Entity == type.Entity;
        if (type.Entity.IdField is { } idField)
        {
            Add(graphType, "id", "ID!", "The node id, unique among all types.", Source(source => NodeId.Format(type.Name, source.Id!)));
            Add(graphType, "launchLibraryId", type.HasUuids ? "UUID!" : "Int!", "The id in Launch Library 2, unique among its kind. Launch Library 2: `id`.",
                Source(source => type.HasUuids ? source.Id : (int)source[idField].GetInteger()));
        }

        foreach (var field in type.Fields)
            Add(graphType, field.Name, field.Type, field.Description, new UpstreamFieldResolver(field)).DeprecationReason = field.DeprecationReason;
        foreach (var gather in type.Gathers)
            Add(graphType, gather.Definition.Name, gather.Definition.Type, gather.Definition.Description, new GatherResolver(gather));
        foreach (var edge in type.Edges)
            Add(graphType, edge.Definition.Name, $"{edge.Target.Type.Name}Connection", edge.Description, new EdgeResolver(edge), [.. listTypes.Arguments(edge.Target)]);
    }

    private ObjectGraphType CreateQuery(SchemaCatalogue catalogue, IServiceProvider services)
    {
        var query = new ObjectGraphType { Name = "Query", Description = "Where every question starts." };
        var nodes = new NodeResolver(catalogue);
        Add(query, "node", CatalogueType.NodeName, "Any object by its node id; null when there is none.", nodes,
            Argument("id", "ID!", "A node id such as `\"Agency:63\"`."));
        Add(query, "nodes", $"[{CatalogueType.NodeName}]!", "Objects by their node ids, in the same order; null in the place of one that does not exist.", new FuncFieldResolver<object?>(nodes.ResolveMany),
            Argument("ids", "[ID!]!", "Up to 250 node ids."));

        foreach (var resource in catalogue.Resources)
        {
            var definition = resource.Definition;
            AddSingular(query, resource);
            Add(query, definition.Plural, $"{resource.Type.Name}Connection", $"{definition.Description}, page by page.", new ConnectionResolver(resource), [.. listTypes.Arguments(resource)]);
        }

        foreach (var (definition, resource) in catalogue.Vocabularies)
            Add(query, definition.Name, $"[{catalogue.Type(resource.Entity).Name}!]", $"{definition.Description} The whole list.", new VocabularyResolver(resource));
        foreach (var (definition, document) in catalogue.Singletons)
            Add(query, definition.Name, catalogue.Type(document.Entity).Name, definition.Description, new SingletonResolver(document));
        Add(query, "upstream", $"{StatusTypes.Root}!", "How the gateway stands with Launch Library 2: what it may call, and what it remembers. Costs no call.",
            new FuncFieldResolver<object?>(_ => services.GetRequiredService<UpstreamStatusReader>().Read()));

        return query;
    }

    /// <summary>A type about the gateway itself. Its fields name only types that were made before it.</summary>
    private ObjectGraphType Plain(PlainType definition)
    {
        var type = new ObjectGraphType { Name = definition.Name, Description = definition.Description };
        foreach (var field in definition.Fields)
            Add(type, field.Name, field.Type, field.Description, new FuncFieldResolver<object?>(context => field.Read(context.Source!)));
        return type;
    }

    private static EnumerationGraphType Words(PlainEnum definition)
    {
        var type = new EnumerationGraphType { Name = definition.Name, Description = definition.Description };
        foreach (var (name, value, description) in definition.Values)
            type.Add(name, value, description);
        return type;
    }

    private void AddSingular(ObjectGraphType query, CatalogueResource resource)
    {
        var (definition, type) = (resource.Definition, resource.Type);
        var expected = $"Must be {NodeId.Expected(type.Name, type.HasUuids)}.";
        if (definition.Lookups.Count == 0)
        {
            Add(query, definition.Singular, type.Name, $"One {type.Name} by its id; null when there is none.", new ByIdResolver(resource), Argument("id", "ID!", expected));
            return;
        }

        var by = new InputObjectGraphType { Name = $"{type.Name}By", Description = $"One name of a {type.Name}, whichever is known.", IsOneOf = true };
        by.AddField(new FieldType { Name = "id", ResolvedType = TypeReference.Read("ID", namedTypes), Description = expected });
        foreach (var lookup in definition.Lookups)
            by.AddField(new FieldType { Name = lookup.Name, ResolvedType = TypeReference.Read("String", namedTypes), Description = lookup.Description });
        namedTypes.Add(by.Name, by);
        Add(query, definition.Singular, type.Name, $"One {type.Name} by its id or another name of its own; null when there is none. Give one of the two arguments.",
            new LookupResolver(resource), Argument("id", "ID", expected), Argument(LookupResolver.By, by.Name, "Another name of its own."));
    }

    private QueryArgument Argument(string name, string type, string description) => new(TypeReference.Read(type, namedTypes)) { Name = name, Description = description };

    private FieldType Add(ObjectGraphType owner, string name, string type, string description, IFieldResolver resolver, params QueryArgument[] arguments) =>
        owner.AddField(new FieldType
        {
            Name = name,
            ResolvedType = TypeReference.Read(type, namedTypes),
            Description = description,
            Resolver = resolver,
            Arguments = new QueryArguments(arguments),
        });

    private void Add(InterfaceGraphType owner, string name, string type, string description) =>
        owner.AddField(new FieldType { Name = name, ResolvedType = TypeReference.Read(type, namedTypes), Description = description });

    private static FuncFieldResolver<object?> Source(Func<ResourceObject, object?> read) => new(context => read((ResourceObject)context.Source!));
}
