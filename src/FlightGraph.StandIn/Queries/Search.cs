using FlightGraph.StandIn.Contract;
using FlightGraph.StandIn.Data;

namespace FlightGraph.StandIn.Queries;

/// <summary>The <c>search</c> of one endpoint: every word must be in one of its fields, in upper or lower case.</summary>
internal sealed class Search(ResourceDefinition resource, EntityModel model)
{
    private readonly FieldPath[] paths = [.. resource.Search.Select(field => FieldPath.Parse(model, resource.Entity, field))];

    public IEnumerable<Record> Apply(IEnumerable<Record> records, string? asked, Moment moment)
    {
        var words = (asked ?? "").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words.Length == 0 || paths.Length == 0
            ? records
            : records.Where(record => words.All(word => Has(record, word, moment)));
    }

    private bool Has(Record record, string word, Moment moment) => paths.Any(path => path.Values(record, moment)
        .Any(value => Comparison.AsText(value).Contains(word, StringComparison.OrdinalIgnoreCase)));
}
