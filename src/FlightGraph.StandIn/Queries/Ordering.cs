using System.Collections.Frozen;
using FlightGraph.StandIn.Contract;
using FlightGraph.StandIn.Data;

namespace FlightGraph.StandIn.Queries;

/// <summary>The order of a list: the one asked for, or the endpoint's own.</summary>
internal sealed class Ordering(ResourceDefinition resource, EntityModel model)
{
    private readonly FrozenDictionary<string, FieldPath> paths = resource.Ordering
        .ToFrozenDictionary(field => field, field => FieldPath.Parse(model, resource.Entity, field));

    private readonly string own = (resource.Entity, resource.IsPrevious) switch
    {
        ("Launch", false) => "net",
        ("Launch", true) => "-net",
        ("Event", false) => "date",
        ("Event", true) => "-date",
        _ => "",
    };

    /// <summary>Fields that are not offered are left out, without a word, as Django does.</summary>
    public IReadOnlyList<Record> Apply(IEnumerable<Record> records, string? asked, Moment moment)
    {
        // The id settles ties, so that pages are stable.
        var keys = Offered(asked) is { Length: > 0 } offered ? offered : Offered(own);
        return [.. keys.Reverse().Aggregate(records.OrderBy(record => record.Id), (ordered, key) => By(ordered, key, moment))];
    }

    public bool IsAsked(string? asked) => Offered(asked).Length > 0;

    private string[] Offered(string? asked) =>
        [.. (asked ?? "").Split(',').Select(key => key.Trim()).Where(key => paths.ContainsKey(key.TrimStart('-')))];

    private IOrderedEnumerable<Record> By(IOrderedEnumerable<Record> records, string key, Moment moment)
    {
        var path = paths[key.TrimStart('-')];
        return key.StartsWith('-')
            ? records.OrderByDescending(First, ValueOrder.NullsLast)
            : records.OrderBy(First, ValueOrder.NullsLast);

        object? First(Record record) => path.Values(record, moment).FirstOrDefault();
    }
}
