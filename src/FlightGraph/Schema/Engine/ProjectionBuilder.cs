using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Requests;
using GraphQL;
using GraphQL.Validation;
using GraphQLParser;
using GraphQLParser.AST;

namespace FlightGraph.Schema.Engine;

/// <summary>
/// Reads from the document what is asked of an upstream object, through fragments, aliases, <c>@skip</c> and
/// <c>@include</c>.
/// </summary>
internal sealed class ProjectionBuilder(SchemaCatalogue catalogue, GraphQLDocument document, Variables variables)
{
    public static ProjectionBuilder For(IResolveFieldContext context) => new(((GatewaySchema)context.Schema).Catalogue, context.Document, context.Variables);

    /// <summary>What is asked of one object.</summary>
    public Projection Of(GraphQLSelectionSet? selections, CatalogueType type)
    {
        var fields = new Dictionary<EntityField, Projection?>();
        Collect(selections, type, fields);
        return new Projection(fields);
    }

    /// <summary>What is asked of the rows of a connection, below <c>nodes</c> and <c>edges { node }</c>; null when no row is.</summary>
    public Projection? Rows(GraphQLSelectionSet? connection, CatalogueType type)
    {
        var fields = new Dictionary<EntityField, Projection?>();
        var anyRows = false;
        foreach (var field in Fields(connection, _ => true))
        {
            if (field.Name.Value == "nodes")
            {
                anyRows = true;
                Collect(field.SelectionSet, type, fields);
            }
            else if (field.Name.Value == "edges" || field.Name.Value == "pageInfo")
            {
                // Cursors are made of rows.
                anyRows = true;
                foreach (var node in Fields(field.SelectionSet, _ => true).Where(edge => edge.Name.Value == "node"))
                    Collect(node.SelectionSet, type, fields);
            }
        }

        return anyRows ? new Projection(fields) : null;
    }

    private void Collect(GraphQLSelectionSet? selections, CatalogueType type, Dictionary<EntityField, Projection?> fields)
    {
        foreach (var field in Fields(selections, type.Is))
        {
            var name = field.Name.StringValue;
            if (type.Find(name) is { } known)
            {
                Collect(field.SelectionSet, known.Upstream, known.Child, fields);
            }
            else if (type.Gathers.FirstOrDefault(gather => gather.Definition.Name == name) is { } gather)
            {
                foreach (var path in gather.Paths)
                    Collect(field.SelectionSet, path, fields);
            }
            else if (type.Edges.FirstOrDefault(edge => edge.Definition.Name == name) is { } edge)
            {
                fields.TryAdd(edge.By, null);
            }
        }
    }

    private void Collect(GraphQLSelectionSet? selections, EntityField field, CatalogueType? child, Dictionary<EntityField, Projection?> fields)
    {
        if (child is null)
        {
            fields.TryAdd(field, null);
            return;
        }

        var nested = Nested(field, fields);
        Collect(selections, child, nested);
    }

    /// <summary>The selections of a gathered field are asked for at the end of each of its ways.</summary>
    private void Collect(GraphQLSelectionSet? selections, IReadOnlyList<EntityField> path, Dictionary<EntityField, Projection?> fields)
    {
        foreach (var step in path)
            fields = Nested(step, fields);
        Collect(selections, catalogue.Type(path[^1].Child!), fields);
    }

    private static Dictionary<EntityField, Projection?> Nested(EntityField field, Dictionary<EntityField, Projection?> fields)
    {
        if (fields.GetValueOrDefault(field)?.Fields is Dictionary<EntityField, Projection?> existing)
            return existing;
        var nested = new Dictionary<EntityField, Projection?>();
        fields[field] = new Projection(nested);
        return nested;
    }

    /// <summary>The fields of a selection set with those of its fragments, where these fit.</summary>
    private IEnumerable<GraphQLField> Fields(GraphQLSelectionSet? selections, Func<string, bool> fits)
    {
        if (selections is null)
            yield break;
        foreach (var selection in selections.Selections.Where(IsIncluded))
        {
            if (selection is GraphQLField field)
            {
                yield return field;
                continue;
            }

            var (condition, inner) = selection is GraphQLFragmentSpread spread
                ? document.FindFragmentDefinition(spread.FragmentName.Name.Value) is { } fragment ? (fragment.TypeCondition.Type, fragment.SelectionSet) : (null, null)
                : (((GraphQLInlineFragment)selection).TypeCondition?.Type, ((GraphQLInlineFragment)selection).SelectionSet);
            if (condition is not null && !fits(condition.Name.StringValue))
                continue;
            foreach (var innerField in Fields(inner, fits))
                yield return innerField;
        }
    }

    private bool IsIncluded(ASTNode selection) =>
        selection is not IHasDirectivesNode { Directives: { } directives }
        || (!Condition(directives, "skip", otherwise: false) && Condition(directives, "include", otherwise: true));

    private bool Condition(GraphQLDirectives directives, string name, bool otherwise)
    {
        var argument = directives.Find(name)?.Arguments?.Find("if");
        return argument?.Value switch
        {
            GraphQLBooleanValue literal => literal.BoolValue,
            GraphQLVariable variable => variables.ValueFor(variable.Name.StringValue, out var value) && value.Value is bool flag ? flag : otherwise,
            _ => otherwise,
        };
    }
}
