using FlightGraph.Schema.Edges;
using FlightGraph.Schema.Paging;
using FlightGraph.Upstream.Documents;
using FlightGraph.Upstream.Requests;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace FlightGraph.Schema.Engine;

/// <summary>What an edge will ask the upstream for an owner that is at hand, before the engine comes to the field.</summary>
internal sealed class EdgeQuestion(GatewaySchema schema, CatalogueEdge edge, GraphQLField field, GraphQLDocument document, Variables variables, Projection? rows)
{
    /// <summary>The edge's first page; null where that cannot be told yet, or where the arguments will be refused.</summary>
    public (PageRequest Request, Projection Need)? Of(ResourceObject owner)
    {
        if (owner[edge.By] is not { Kind: FieldValueKind.Scalar } value
            || schema.AllTypes[edge.Owner.Name] is not IObjectGraphType type
            || type.GetField(field.Name) is not { } definition)
            return null;
        var context = new ResolveFieldContext
        {
            Schema = schema,
            ParentType = type,
            Document = document,
            FieldAst = field,
            FieldDefinition = definition,
            Variables = variables,
            Arguments = ExecutionHelper.GetArguments(definition.Arguments, field.Arguments, variables, document, field, null),
        };
        try
        {
            var (query, window) = ConnectionResolver.Read(context, edge.Target, [edge.FilterBy(value.GetText())], rows, edge.OwnerPath);
            return (ConnectionLoader.FirstRequest(query, window, rows is not null), query.Need);
        }
        catch (GatewayError)
        {
            // The field itself will tell, when its turn comes.
            return null;
        }
    }
}
