using System.Globalization;
using FlightGraph.Hosting;
using GraphQLParser;
using GraphQLParser.AST;

namespace FlightGraph.Schema.Engine;

/// <summary>
/// Refuses documents that would be expensive to validate or execute, before either starts: the engine's rule on overlapping
/// fields takes seconds for a few thousand repeated fields, and its execution walks nested fragment spreads once for each
/// way that leads to them. Linear itself: each fragment is counted once, whatever the number of its spreads.
/// </summary>
internal sealed class DocumentGuard
{
    private readonly GraphQLDocument document;
    private readonly Dictionary<string, Size> fragments = new(StringComparer.Ordinal);
    private readonly HashSet<string> open = new(StringComparer.Ordinal);

    private DocumentGuard(GraphQLDocument document) => this.document = document;

    /// <exception cref="GatewayError">The document passes a limit; the message names it.</exception>
    public static void Check(GraphQLDocument document, int maxFields, int maxDepth)
    {
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
            if (size.Fields > maxFields)
                throw TooLarge("selects", size.Fields, "fields", "Limits:MaxFields", maxFields);
            if (size.Depth > maxDepth)
                throw TooLarge("nests", size.Depth, "levels", "Limits:MaxDepth", maxDepth);
        }
    }

    private static GatewayError TooLarge(string verb, long value, string unit, string limit, int allowed)
    {
        var counted = value >= int.MaxValue ? "more than a billion" : value.ToString(CultureInfo.InvariantCulture);
        return new(ErrorCodes.TooLarge, $"The document {verb} {counted} {unit}, fragments spread out; {limit} allows {allowed.ToString(CultureInfo.InvariantCulture)}.");
    }

    private Size Measure(GraphQLSelectionSet? selections)
    {
        var size = default(Size);
        foreach (var selection in selections?.Selections ?? [])
        {
            size = size.Beside(selection switch
            {
                GraphQLField field => Measure(field.SelectionSet).Below(),
                GraphQLInlineFragment inline => Measure(inline.SelectionSet),
                GraphQLFragmentSpread spread => document.FindFragmentDefinition(spread.FragmentName.Name.Value) is { } fragment ? Fragment(fragment) : default,
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

    /// <summary>How many fields, counted up to <see cref="int.MaxValue"/>, and how many levels of them.</summary>
    private readonly record struct Size(long Fields, int Depth)
    {
        public Size Beside(Size other) => new(Math.Min(Fields + other.Fields, int.MaxValue), Math.Max(Depth, other.Depth));

        public Size Below() => new(Math.Min(Fields + 1, int.MaxValue), Depth + 1);
    }
}
