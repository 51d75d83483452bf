using System.Collections.Concurrent;
using System.Globalization;
using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Documents;
using FlightGraph.Upstream.Requests;
using Microsoft.Extensions.Options;

namespace FlightGraph.Upstream.Freshness;

/// <summary>
/// Says until when something counts as fresh. How long that is may change while it lies there: a launch read yesterday, when it was
/// a day away, is stale as soon as its hour begins.
/// </summary>
public sealed class Lifetimes(IOptions<FreshnessOptions> options)
{
    private readonly ConcurrentDictionary<Entity, Timeline> timelines = new();

    /// <summary>An object by itself, without what it holds.</summary>
    /// <param name="value">The object.</param>
    /// <param name="readAt">When it was read.</param>
    /// <returns>Its own end, and the end that it sets to whatever holds it.</returns>
    public (DateTimeOffset Own, DateTimeOffset Holder) FreshUntil(ResourceObject value, DateTimeOffset readAt)
    {
        var timeline = timelines.GetOrAdd(value.Entity, entity => new Timeline(entity));
        var early = Early(value.Entity.Name, value.Id);
        return (End(timeline, value, readAt, row => Life(row, early)), timeline.HurriesHolders ? End(timeline, value, readAt, row => row.HurriesHolder ? Life(row, early) : null) : DateTimeOffset.MaxValue);
    }

    /// <summary>A list by itself: its rows have lives of their own.</summary>
    public DateTimeOffset FreshUntil(PageRequest request, ResourcePage page, DateTimeOffset readAt)
    {
        // Objects asked for by their ids: none can come or go but those that were not there.
        if (request.Filters.FirstOrDefault(filter => filter.Name == request.Resource.BatchFilter) is { } byIds)
            return page.Rows.Count < byIds.Values.Sum(ids => ids.Split(',').Length) ? MissingUntil(readAt) : DateTimeOffset.MaxValue;
        var row = FreshnessTable.Lists.First(list => list.IsFor(request.Resource.Path)).Row;
        return readAt + Life(row, Early(request.Resource.Path, request.ToRelativeUri()));
    }

    /// <summary>The knowledge that the upstream has no such object.</summary>
    public DateTimeOffset MissingUntil(DateTimeOffset readAt) => readAt + Life(FreshnessTable.MissingRow, 0);

    private TimeSpan Life(FreshnessRow row, double early) => options.Value.Lives.GetValueOrDefault(row.Name, row.Life) * (1 - early);

    /// <summary>The same for one thing each time, but spread over all things.</summary>
    private double Early(string kind, string? id)
    {
        // FNV-1a: the framework's own hash of a text differs from process to process.
        var hash = 2166136261u;
        foreach (var c in kind.AsSpan())
            hash = (hash ^ c) * 16777619u;
        foreach (var c in id.AsSpan())
            hash = (hash ^ c) * 16777619u;
        return options.Value.Spread * ((hash ^ (hash >> 15)) % 1000 / 1000.0);
    }

    /// <summary>
    /// Goes through the times at which another row begins to hold. In each stretch the object is fresh while it is younger than the
    /// life of the stretch's row; where it is older already, it ends with the stretch before.
    /// </summary>
    private static DateTimeOffset End(Timeline timeline, ResourceObject value, DateTimeOffset readAt, Func<FreshnessRow, TimeSpan?> lifeOf)
    {
        var moments = timeline.MomentsOf(value);
        var here = readAt;
        while (true)
        {
            var next = timeline.NextChange(moments, here);
            var life = timeline.RowAt(value, moments, here) is { } row ? lifeOf(row) : null;
            if (life is { } most && (next is null || readAt + most < next))
                return readAt + most > here ? readAt + most : here;
            if (next is null)
                return DateTimeOffset.MaxValue;
            here = next.Value;
        }
    }

    /// <summary>The rows of an entity, with the fields that hold their moments.</summary>
    private sealed class Timeline
    {
        private readonly IReadOnlyList<(FreshnessRow Row, EntityField? Moment)> rows;

        public Timeline(Entity entity) => rows = [.. FreshnessTable.Of(entity).Select(row => (row, row.Moment is { } field ? entity.Find(field) : null))];

        public bool HurriesHolders => rows.Any(row => row.Row.HurriesHolder);

        /// <summary>For each row the moment that it counts from; null where the object does not tell, or the row needs none.</summary>
        public DateTimeOffset?[] MomentsOf(ResourceObject value)
        {
            var moments = new DateTimeOffset?[rows.Count];
            for (var i = 0; i < moments.Length; i++)
            {
                if (rows[i].Moment is { } field && value[field] is { Kind: FieldValueKind.Scalar } found
                    && DateTimeOffset.TryParse(found.GetText(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
                    // What lies outside is a mistake of entry, and too far out to reckon with.
                    && moment.Year is > 1900 and < 2200)
                {
                    moments[i] = moment;
                }
            }

            return moments;
        }

        public FreshnessRow? RowAt(ResourceObject value, DateTimeOffset?[] moments, DateTimeOffset at)
        {
            for (var i = 0; i < moments.Length; i++)
            {
                var row = rows[i].Row;
                if (row.Moment is not null && (moments[i] is not { } moment || at - moment < row.From || at - moment >= row.To))
                    continue;
                if (row.When(value))
                    return row;
            }

            return null;
        }

        public DateTimeOffset? NextChange(DateTimeOffset?[] moments, DateTimeOffset after)
        {
            DateTimeOffset? next = null;
            for (var i = 0; i < moments.Length; i++)
            {
                if (moments[i] is not { } moment)
                    continue;
                foreach (var bound in (ReadOnlySpan<TimeSpan>)[rows[i].Row.From, rows[i].Row.To])
                {
                    if (bound != TimeSpan.MinValue && bound != TimeSpan.MaxValue && moment + bound > after && (next is null || moment + bound < next))
                        next = moment + bound;
                }
            }

            return next;
        }
    }
}
