using System.Collections.Frozen;
using FlightGraph.StandIn.Contract;
using FlightGraph.StandIn.Data;

namespace FlightGraph.StandIn.Queries;

/// <summary>All filters of one endpoint, made from their names.</summary>
internal sealed class FilterTable
{
    private readonly FrozenDictionary<string, Filter> filters;

    public FilterTable(ResourceDefinition resource, EntityModel model) => filters = resource.Filters
        .Concat(FilterNames.Undocumented(resource.Entity))
        .DistinctBy(filter => filter.Key)
        .ToFrozenDictionary(filter => filter.Key, filter => Make(model, resource.Entity, filter.Key, filter.Value));

    public IEnumerable<string> Names => filters.Keys;

    /// <summary>The tests that a record must pass; complaints about values go into <paramref name="complaints"/>.</summary>
    public IReadOnlyList<Func<Record, bool>> Read(IQueryCollection query, Moment moment, IDictionary<string, string> complaints)
    {
        var tests = new List<Func<Record, bool>>();
        foreach (var (name, given) in query)
        {
            if (!filters.TryGetValue(name, out var filter))
                continue;

            var values = Read(filter, [.. given.OfType<string>()], moment, out var complaint);
            if (complaint is not null)
                complaints[name] = complaint;
            else if (values.Count > 0)
                tests.Add(record => values.Any(value => filter.Accepts(record, moment, value)));
        }

        return tests;
    }

    private static List<object> Read(Filter filter, string[] given, Moment moment, out string? complaint)
    {
        complaint = null;
        var texts = filter.Type.Style switch
        {
            FilterStyle.Csv => given[^1].Split(','),
            FilterStyle.Repeat => given,
            _ => given[^1..],
        };
        var values = new List<object>();
        foreach (var text in texts.Select(text => text.Trim()).Where(text => text.Length > 0))
        {
            if (FilterValues.Read(text, filter.Type.Kind) is not { } value)
            {
                // Django takes a boolean it cannot read for one that was not sent.
                complaint ??= filter.Type.Kind == ValueKind.Boolean ? null : Complaint(filter, text);
                continue;
            }

            if (filter.ChoicesOf is { } entity && !IsChoice(moment, entity, value))
                complaint ??= Complaint(filter, text);
            values.Add(value);
        }

        return values;
    }

    private static bool IsChoice(Moment moment, string entity, object value) =>
        moment.Data.Find(entity, value is double number ? (long)number : value) is not null;

    private static string Complaint(Filter filter, string text) => filter switch
    {
        { ChoicesOf: null } => FilterValues.Complaint(filter.Type.Kind),
        { Type.Style: FilterStyle.Repeat } => $"Select a valid choice. {text} is not one of the available choices.",
        _ => "Select a valid choice. That choice is not one of the available choices.",
    };

    private static Filter Make(EntityModel model, string entity, string name, FilterType type)
    {
        if (FilterNames.QuestionOf(entity, name) is { } question)
            return new Filter(type, question);

        var path = FilterNames.PathOf(entity, name) ?? name;
        var end = path.LastIndexOf("__", StringComparison.Ordinal);
        var isOperator = end > 0 && Comparison.Operators.ContainsKey(path[(end + 2)..]);
        var compare = Comparison.Operators[isOperator ? path[(end + 2)..] : "exact"];
        var way = FieldPath.Parse(model, entity, isOperator ? path[..end] : path);
        return new Filter(type, (record, moment, wanted) => way.Values(record, moment).Any(found => compare(found, wanted)))
        {
            ChoicesOf = type.Style != FilterStyle.Csv ? way.Target : null,
        };
    }
}
