using FlightGraph.StandIn.Contract;
using FlightGraph.StandIn.Data;

namespace FlightGraph.StandIn.Queries;

/// <summary>Answers which records of an endpoint a query asks for.</summary>
internal sealed class ResourceQuery(ResourceDefinition resource, EntityModel model)
{
    /// <summary>So long do upcoming lists keep what is over.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromHours(24);

    private readonly FilterTable filters = new(resource, model);
    private readonly Search search = new(resource, model);
    private readonly Ordering ordering = new(resource, model);

    public ResourceDefinition Resource { get; } = resource;

    public IEnumerable<string> FilterNames => filters.Names;

    /// <param name="inFront">Records outside the data set that go before its own, whatever the order, if they match.</param>
    public QueryResult Run(IQueryCollection query, Moment moment, IReadOnlyList<Record> inFront)
    {
        var complaints = new Dictionary<string, string>();
        var tests = filters.Read(query, moment, complaints);
        if (complaints.Count > 0)
            return new QueryResult([], complaints, IsOrdered: false);

        var asked = query["ordering"].LastOrDefault();
        var own = ordering.Apply(Matching(moment.Data.All(Resource.Entity)), asked, moment);
        return new QueryResult([.. Matching(inFront), .. own], complaints, ordering.IsAsked(asked));

        IEnumerable<Record> Matching(IEnumerable<Record> records) => search.Apply(
            records.Where(record => IsPartOf(record, moment) && tests.All(test => test(record))),
            query["search"].LastOrDefault(),
            moment);
    }

    /// <summary>The record with this id, if it is in the collection, or in the part of it that the endpoint shows.</summary>
    public Record? Find(string id, Moment moment)
    {
        object? key = Guid.TryParse(id, out var uuid) ? uuid : long.TryParse(id, out var number) ? number : null;
        var record = key is null ? null : moment.Data.Find(Resource.Entity, key);
        return record is not null && IsPartOf(record, moment) ? record : null;
    }

    private bool IsPartOf(Record record, Moment moment)
    {
        if (!Resource.IsPart)
            return true;

        var time = record.Time(Resource.Entity == "Launch" ? "net" : "date");
        return Resource.IsPrevious ? moment.IsPast(time) : time >= moment.Now - Grace;
    }
}
