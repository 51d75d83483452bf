using System.Collections.Frozen;

namespace FlightGraph.Schema.Filters;

/// <summary>The input types that filters have: one for each set of operators that the upstream offers for a kind of value.</summary>
/// <param name="Name">The input type.</param>
/// <param name="Description">For clients.</param>
internal sealed record FilterShape(string Name, string Description)
{
    private static readonly FrozenDictionary<string, FilterShape> ByOperators = new Dictionary<string, FilterShape>
    {
        ["Int eq gt gte lt lte"] = new("IntFilter", "A condition on a whole number."),
        ["Float gt gte lt lte"] = new("FloatRange", "A condition on a number."),
        ["Date eq gt gte lt lte"] = new("DateFilter", "A condition on a day."),
        ["DateTime eq gt gte lt lte"] = new("DateTimeFilter", "A condition on an instant."),
        ["DateTime gt gte lt lte"] = new("DateTimeRange", "A stretch of time, open on either side where a bound is left out."),
        ["DateTime gte lte"] = new("DateTimeSpan", "A stretch of time with its ends, open on either side where one is left out."),
        ["String contains eq"] = new("TextFilter", "A condition on a text."),
        ["String in"] = new("TextChoice", "A choice of texts."),
        ["Int in"] = new("IntChoice", "A choice of whole numbers."),
        ["ID in"] = new("IdChoice", "A choice of ids, each a node id or the upstream's own."),
        ["ID eq in"] = new("IdFilter", "One id or a choice of ids, each a node id or the upstream's own."),
        ["ID contains eq"] = new("IdMatch", "A condition on an id."),
        ["ID contains in"] = new("IdSet", "A condition on a set of ids, each a node id or the upstream's own."),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Meanings = new Dictionary<string, string>
    {
        ["eq"] = "Equal to this.",
        ["gt"] = "Greater or later than this.",
        ["gte"] = "This, or greater or later.",
        ["lt"] = "Smaller or earlier than this.",
        ["lte"] = "This, or smaller or earlier.",
        ["contains"] = "Has this within it: a part of the text, digits of the id, one of the set.",
        ["in"] = "Any of these. At least one, at most 100.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What an operator means, for the description of its field.</summary>
    public static string Meaning(string op) => Meanings[op];

    /// <exception cref="InvalidOperationException">The upstream has a set of operators that no filter had before.</exception>
    public static FilterShape Of(IReadOnlyList<FilterCondition> conditions)
    {
        var key = $"{conditions[0].Scalar} {string.Join(' ', conditions.Select(condition => condition.Operator).Order(StringComparer.Ordinal))}";
        return ByOperators.GetValueOrDefault(key) ?? throw new InvalidOperationException($"No input type is named for the operators '{key}'.");
    }
}
