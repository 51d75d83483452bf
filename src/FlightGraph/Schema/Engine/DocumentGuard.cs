using System.Globalization;
using FlightGraph.Hosting;
using GraphQLParser;
using GraphQLParser.AST;

namespace FlightGraph.Schema.Engine;

/// <summary>
/// Refuses documents that would be expensive to validate or execute, before either starts. The engine's validation is worse
/// than linear in repeated fields, and in fragments and in chains of them; its execution walks nested fragment spreads once
/// for each way that leads to them; and introspection lists all types once more at each turn of its circle. Linear itself:
/// each fragment is measured once, whatever the number of its spreads.
/// </summary>
internal sealed class DocumentGuard
{
    /// <summary>How often a list of introspection may lie below another, as in graphql-js.</summary>
    private const int MaxIntrospectionLists = 2;

    private readonly GraphQLDocument document;
    private readonly Dictionary<string, Size> fragments = new(StringComparer.Ordinal);
    private readonly HashSet<string> open = new(StringComparer.Ordinal);
    private int selections;

    private DocumentGuard(GraphQLDocument document) => this.document = document;

    /// <exception cref="GatewayError">The document passes a limit; the message names it.</exception>
    public static void Check(GraphQLDocument document, LimitOptions limits)
    {
        // First of all: what follows walks along chains of fragments.
        var count = document.Definitions.Count(definition => definition is GraphQLFragmentDefinition);
        if (count > limits.MaxFragments)
            throw TooLarge("has", count, "fragments", "Limits:MaxFragments", limits.MaxFragments);

        var guard = new DocumentGuard(document);
        foreach (var definition in document.Definitions)
        {
            var size = definition switch
            {
                GraphQLOperationDefinition operation => guard.Measure(operation.SelectionSet),
                // A fragment that no operation uses is validated all the same.
                GraphQLFragmentDefinition fragment => guard.Fragment(fragment),
                _ => default,
            };
            if (Math.Max(size.Selections, guard.selections) > limits.MaxFields)
                throw TooLarge("selects", Math.Max(size.Selections, guard.selections), "fields and fragments, these spread out", "Limits:MaxFields", limits.MaxFields);
            if (size.Depth > limits.MaxDepth)
                throw TooLarge("nests", size.Depth, "levels", "Limits:MaxDepth", limits.MaxDepth);
            if (size.IntrospectionLists > MaxIntrospectionLists)
                throw new GatewayError(ErrorCodes.TooLarge, "The document nests lists of introspection deeper than any tool does.");
        }
    }

    private static GatewayError TooLarge(string verb, long value, string unit, string limit, int allowed)
    {
        var counted = value >= int.MaxValue ? "more than a billion" : value.ToString(CultureInfo.InvariantCulture);
        return new(ErrorCodes.TooLarge, $"The document {verb} {counted} {unit}; {limit} allows {allowed.ToString(CultureInfo.InvariantCulture)}.");
    }

    private Size Measure(GraphQLSelectionSet? selectionSet)
    {
        var size = default(Size);
        foreach (var selection in selectionSet?.Selections ?? [])
        {
            selections++;
            size = size.Beside(selection switch
            {
                GraphQLField field => Measure(field.SelectionSet).Below(field.Name.StringValue is "fields" or "interfaces" or "possibleTypes" or "inputFields"),
                GraphQLInlineFragment inline => Measure(inline.SelectionSet).Below(isIntrospectionList: false),
                GraphQLFragmentSpread spread => document.FindFragmentDefinition(spread.FragmentName.Name.Value) is { } fragment
                    ? Fragment(fragment).Below(isIntrospectionList: false)
                    : default,
                _ => default,
            });
        }

        return size;
    }

    private Size Fragment(GraphQLFragmentDefinition fragment)
    {
        var name = fragment.FragmentName.Name.StringValue;
        if (fragments.TryGetValue(name, out var known))
            return known;
        // A circle: validation will say so.
        if (!open.Add(name))
            return default;
        var size = Measure(fragment.SelectionSet);
        open.Remove(name);
        fragments[name] = size;
        return size;
    }

    /// <summary>How many selections, counted up to <see cref="int.MaxValue"/>, how many levels of them, how many introspection lists in one another.</summary>
    private readonly record struct Size(long Selections, int Depth, int IntrospectionLists)
    {
        public Size Beside(Size other) => new(
            Math.Min(Selections + other.Selections, int.MaxValue), Math.Max(Depth, other.Depth), Math.Max(IntrospectionLists, other.IntrospectionLists));

        public Size Below(bool isIntrospectionList) => new(
            Math.Min(Selections + 1, int.MaxValue), Depth + 1, IntrospectionLists + (isIntrospectionList ? 1 : 0));
    }
}
