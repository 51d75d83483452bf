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
internal sealed class ProjectionBuilder(GraphQLDocument document, Variables variables)
{
    public static ProjectionBuilder For(IResolveFieldContext context) => new(context.Document, context.Variables);

    /// <summary>What is asked of the rows of a connection, below <c>nodes</c> and <c>edges { node }</c>; null when no row is.</summary>
    public Projection? Rows(GraphQLSelectionSet? connection, CatalogueType type)
    {
        var fields = new Dictionary<EntityField, Projection?>();
        var anyRows = false;
        foreach (var field in Fields(connection))
        {
            if (field.Name.Value == "nodes")
            {
                anyRows = true;
                Collect(field.SelectionSet, type, fields);
            }
            else if (field.Name.Value == "edges")
            {
                anyRows = true;
                foreach (var node in Fields(field.SelectionSet).Where(edge => edge.Name.Value == "node"))
                    Collect(node.SelectionSet, type, fields);
            }
        }

        return anyRows ? new Projection(fields) : null;
    }

    private void Collect(GraphQLSelectionSet? selections, CatalogueType type, Dictionary<EntityField, Projection?> fields)
    {
        foreach (var field in Fields(selections))
        {
            if (type.Find(field.Name.StringValue) is not { } known)
                continue;
            if (known.Child is null)
            {
                fields.TryAdd(known.Upstream, null);
                continue;
            }

            var nested = fields.GetValueOrDefault(known.Upstream)?.Fields is Dictionary<EntityField, Projection?> existing ? existing : [];
            Collect(field.SelectionSet, known.Child, nested);
            fields[known.Upstream] = new Projection(nested);
        }
    }

    /// <summary>The fields of a selection set with those of its fragments.</summary>
    private IEnumerable<GraphQLField> Fields(GraphQLSelectionSet? selections)
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

            // Only concrete types so far, and validation has seen to it that the fragment fits.
            var inner = selection is GraphQLFragmentSpread spread
                ? document.FindFragmentDefinition(spread.FragmentName.Name.Value)?.SelectionSet
                : ((GraphQLInlineFragment)selection).SelectionSet;
            foreach (var innerField in Fields(inner))
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
