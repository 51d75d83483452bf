using FlightGraph.Schema.Paging;
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
internal sealed class ProjectionBuilder(GatewaySchema schema, GraphQLDocument document, Variables variables)
{
    public static ProjectionBuilder For(IResolveFieldContext context) => new((GatewaySchema)context.Schema, context.Document, context.Variables);

    /// <summary>What is asked of one object.</summary>
    public Projection Of(GraphQLSelectionSet? selections, CatalogueType type)
    {
        var draft = new Draft();
        Collect(selections, type, draft);
        return draft.ToProjection();
    }

    /// <summary>What is asked of the rows of a connection, below <c>nodes</c> and <c>edges { node }</c>; null when no row is.</summary>
    public Projection? Rows(GraphQLSelectionSet? connection, CatalogueType type)
    {
        var draft = new Draft();
        var anyRows = false;
        foreach (var field in Fields(connection, _ => true))
        {
            if (field.Name.Value == "nodes")
            {
                anyRows = true;
                Collect(field.SelectionSet, type, draft);
            }
            else if (field.Name.Value == "edges" || field.Name.Value == "pageInfo")
            {
                // Cursors are made of rows.
                anyRows = true;
                foreach (var node in Fields(field.SelectionSet, _ => true).Where(edge => edge.Name.Value == "node"))
                    Collect(node.SelectionSet, type, draft);
            }
        }

        return anyRows ? draft.ToProjection() : null;
    }

    private void Collect(GraphQLSelectionSet? selections, CatalogueType type, Draft draft)
    {
        foreach (var field in Fields(selections, type.Is))
        {
            var name = field.Name.StringValue;
            if (type.Find(name) is { } known)
            {
                if (known.Child is null)
                    draft.Fields.TryAdd(known.Upstream, null);
                else
                    Collect(field.SelectionSet, known.Child, draft.Below(known.Upstream));
            }
            else if (type.Gathers.FirstOrDefault(gather => gather.Definition.Name == name) is { } gather)
            {
                // The selections are asked for at the end of each way.
                foreach (var path in gather.Paths)
                    Collect(field.SelectionSet, schema.Catalogue.Type(path[^1].Child!), path.Aggregate(draft, (here, step) => here.Below(step)));
            }
            else if (type.Edges.FirstOrDefault(edge => edge.Definition.Name == name) is { } edge)
            {
                draft.Fields.TryAdd(edge.By, null);
                var isShared = IsShared(field, edge.Target);
                var rows = Rows(field.SelectionSet, edge.Target.Type);
                draft.Edges.Add(new ProjectedEdge(
                    $"{type.Name}.{name}",
                    edge.Target.Upstream,
                    isShared && edge.TakesSeveralOwners,
                    isShared && edge.OwnerPath is not null,
                    SizeOf(field),
                    rows ?? Projection.Nothing,
                    new EdgeQuestion(schema, edge, field, document, variables, rows).Of));
            }
        }
    }

    /// <summary>Whether the list can be read together with those of other owners: at its front, and at its end where it is ordered.</summary>
    private static bool IsShared(GraphQLField list, CatalogueResource target) =>
        list.Arguments?.Any(argument => argument.Name.StringValue is "after" or "before") != true
        && (target.DefaultOrder is not null || list.Arguments?.Find("last") is null || list.Arguments.Find(ListArguments.OrderBy) is not null);

    private int SizeOf(GraphQLField list)
    {
        var size = (list.Arguments?.Find("first") ?? list.Arguments?.Find("last"))?.Value;
        return size switch
        {
            GraphQLIntValue literal when int.TryParse(literal.Value.Span, out var number) => number,
            GraphQLVariable variable when variables.ValueFor(variable.Name.StringValue, out var value) && value.Value is int number => number,
            _ => PageWindow.DefaultSize,
        };
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

    /// <summary>A projection in the making.</summary>
    private sealed class Draft
    {
        public Dictionary<EntityField, Draft?> Fields { get; } = [];

        public List<ProjectedEdge> Edges { get; } = [];

        public Draft Below(EntityField field)
        {
            if (Fields.GetValueOrDefault(field) is { } known)
                return known;
            var below = new Draft();
            Fields[field] = below;
            return below;
        }

        public Projection ToProjection() =>
            new(Fields.ToDictionary(pair => pair.Key, pair => pair.Value?.ToProjection())) { Edges = Edges };
    }
}
