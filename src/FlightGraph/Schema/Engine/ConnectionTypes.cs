using FlightGraph.Schema.Paging;
using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;

namespace FlightGraph.Schema.Engine;

/// <summary>The Relay shapes around a type: connection and edge, and the page info that all share.</summary>
internal sealed class ConnectionTypes
{
    private readonly ObjectGraphType pageInfo = CreatePageInfo();

    public ObjectGraphType Create(ObjectGraphType node)
    {
        var edge = new ObjectGraphType { Name = $"{node.Name}Edge", Description = $"A {node.Name} at its place in a list." };
        Add(edge, "cursor", new NonNullGraphType(new StringGraphType()), "The place, for `after` and `before`. Valid in this same list only.", Row(row => row.Cursor));
        Add(edge, "node", node, "The row; null when the upstream's row cannot be read.", new FuncFieldResolver<object?>(Node));

        var connection = new ObjectGraphType { Name = $"{node.Name}Connection", Description = $"A part of a list of {node.Name}, with what is needed to go on." };
        Add(connection, "nodes", new NonNullGraphType(new ListGraphType(node)), "The rows. A row that the upstream spoilt is null.", new FuncFieldResolver<object?>(Nodes));
        Add(connection, "edges", new NonNullGraphType(new ListGraphType(new NonNullGraphType(edge))), "The rows with their cursors.", Page(page => page.Rows));
        Add(connection, "pageInfo", new NonNullGraphType(pageInfo), "Whether there is more, and where.", Page(page => page));
        Add(connection, "totalCount", new NonNullGraphType(new IntGraphType()), "How many rows the whole list has under the filter.", Page(page => page.TotalCount));
        return connection;
    }

    /// <summary>A row that cannot be read is null, with an error at its place that spoils nothing else.</summary>
    private static object? Nodes(IResolveFieldContext context)
    {
        var rows = ((ConnectionPage)context.Source!).Rows;
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Node is null)
            {
                var error = GatewayError.Malformed();
                error.Path = [.. context.ResponsePath, i];
                error.AddLocation(context.FieldAst, context.Document);
                context.Errors.Add(error);
            }
        }

        return Completion.Of(context, [.. rows.Select(row => row.Node)]);
    }

    private static object? Node(IResolveFieldContext context) =>
        Completion.Of(context, ((ConnectionRow)context.Source!).Node ?? throw GatewayError.Malformed());

    private static ObjectGraphType CreatePageInfo()
    {
        var type = new ObjectGraphType { Name = "PageInfo", Description = "Where a part of a list stands in the whole." };
        Add(type, "hasNextPage", new NonNullGraphType(new BooleanGraphType()), "Whether rows follow the last one here.", Page(page => page.HasNextPage));
        Add(type, "hasPreviousPage", new NonNullGraphType(new BooleanGraphType()), "Whether rows come before the first one here.", Page(page => page.HasPreviousPage));
        Add(type, "startCursor", new StringGraphType(), "The first row's place, for `before`; null when there are no rows.", Page(page => page.StartCursor));
        Add(type, "endCursor", new StringGraphType(), "The last row's place, for `after`; null when there are no rows.", Page(page => page.EndCursor));
        return type;
    }

    private static FuncFieldResolver<object?> Page(Func<ConnectionPage, object?> read) => new(context => read((ConnectionPage)context.Source!));

    private static FuncFieldResolver<object?> Row(Func<ConnectionRow, object?> read) => new(context => read((ConnectionRow)context.Source!));

    private static void Add(ObjectGraphType type, string name, IGraphType fieldType, string description, IFieldResolver resolver) =>
        type.AddField(new FieldType { Name = name, ResolvedType = fieldType, Description = description, Resolver = resolver });
}
