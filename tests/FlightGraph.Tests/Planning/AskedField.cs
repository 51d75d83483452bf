using System.Globalization;
using GraphQLParser;
using GraphQLParser.AST;

namespace FlightGraph.Tests.Planning;

/// <summary>A field of an operation, with variables filled in, fragments opened and what is skipped left out.</summary>
/// <param name="Name">In the schema.</param>
/// <param name="Key">In the answer.</param>
/// <param name="Arguments">Texts, numbers, booleans, lists and maps of those.</param>
/// <param name="On">The type that it is for, where a fragment says so.</param>
/// <param name="Children">Its own fields.</param>
internal sealed record AskedField(
    string Name, string Key, IReadOnlyDictionary<string, object?> Arguments, string? On, IReadOnlyList<AskedField> Children)
{
    public static IReadOnlyList<AskedField> Parse(string query, IReadOnlyDictionary<string, object?> variables)
    {
        var document = Parser.Parse(query);
        return new Reader(document, variables).Fields(document.Definitions.OfType<GraphQLOperationDefinition>().Single().SelectionSet, null);
    }

    private sealed class Reader(GraphQLDocument document, IReadOnlyDictionary<string, object?> variables)
    {
        /// <summary>Each key once for each type, with what all its places ask for.</summary>
        public IReadOnlyList<AskedField> Fields(GraphQLSelectionSet? selections, string? on) => Merged(Each(selections, on));

        private static IReadOnlyList<AskedField> Merged(IEnumerable<AskedField> fields) =>
        [
            .. fields.GroupBy(field => (field.Key, field.On))
                .Select(same => same.First() with { Children = Merged(same.SelectMany(field => field.Children)) }),
        ];

        private IEnumerable<AskedField> Each(GraphQLSelectionSet? selections, string? on)
        {
            foreach (var selection in selections?.Selections.Where(IsIncluded) ?? [])
            {
                var inner = selection switch
                {
                    GraphQLInlineFragment inline => Each(inline.SelectionSet, inline.TypeCondition?.Type.Name.StringValue ?? on),
                    GraphQLFragmentSpread spread when Fragment(spread) is var fragment => Each(fragment.SelectionSet, fragment.TypeCondition.Type.Name.StringValue),
                    _ => [Field((GraphQLField)selection, on)],
                };
                foreach (var field in inner)
                    yield return field;
            }
        }

        private AskedField Field(GraphQLField field, string? on) => new(
            field.Name.StringValue,
            (field.Alias?.Name ?? field.Name).StringValue,
            field.Arguments?.ToDictionary(argument => argument.Name.StringValue, argument => Value(argument.Value)) ?? [],
            on,
            Fields(field.SelectionSet, null));

        private GraphQLFragmentDefinition Fragment(GraphQLFragmentSpread spread) =>
            document.Definitions.OfType<GraphQLFragmentDefinition>().Single(fragment => fragment.FragmentName.Name == spread.FragmentName.Name);

        private bool IsIncluded(ASTNode selection) => ((IHasDirectivesNode)selection).Directives?.All(directive =>
            Value(directive.Arguments!.Single().Value) is true == (directive.Name.StringValue == "include")) != false;

        private object? Value(GraphQLValue value) => value switch
        {
            GraphQLVariable variable => variables.GetValueOrDefault(variable.Name.StringValue),
            GraphQLStringValue text => text.Value.ToString(),
            GraphQLIntValue number => int.Parse(number.Value.ToString(), CultureInfo.InvariantCulture),
            GraphQLBooleanValue flag => flag.BoolValue,
            GraphQLEnumValue word => word.Name.StringValue,
            GraphQLListValue list => list.Values?.Select(Value).ToList() ?? [],
            GraphQLObjectValue map => map.Fields?.ToDictionary(field => field.Name.StringValue, field => Value(field.Value)) ?? [],
            _ => null,
        };
    }
}
