using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Documents;
using FlightGraph.Upstream.Freshness;
using FlightGraph.Upstream.Requests;

namespace FlightGraph.Upstream.Store;

/// <summary>What the upstream tells of an entity's objects altogether: which of them were edited, and so which were not.</summary>
public sealed partial class AnswerMemory
{
    /// <summary>The field that tells when an entry was edited last.</summary>
    internal const string LastEdit = "last_updated";

    /// <summary>By how much our clock and the upstream's may differ.</summary>
    internal static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How long after its reading a copy can be confirmed. What an entry shows of others, such as its pad, may change without an
    /// edit of the entry, and an entry that was deleted is told of by nobody.
    /// </summary>
    internal static readonly TimeSpan LongestConfirmation = TimeSpan.FromDays(3);

    /// <summary>How long lists of what is to come keep rows whose time has passed.</summary>
    private static readonly TimeSpan KeptInUpcoming = TimeSpan.FromDays(1);

    /// <summary>
    /// The upstream has told which of an entity's objects were edited: those copies are stale from then on that show an earlier
    /// state, and all others are as good as read then.
    /// </summary>
    /// <param name="since">From when on it has told of all edits. What was read before may have changed without its telling.</param>
    /// <param name="askedAt">Until when.</param>
    /// <param name="edits">When each edited object was edited last, by its id, as the upstream's clock has it.</param>
    public void Confirm(Entity entity, DateTimeOffset since, DateTimeOffset askedAt, IReadOnlyDictionary<string, DateTimeOffset> edits)
    {
        var lastEdit = edits.Count == 0 ? DateTimeOffset.MinValue : edits.Values.Max();
        lock (guard)
        {
            objects.Restamp_NeedsLock(entity, copy => Judge(
                copy.Answer,
                copy.Stamp,
                HasMoved(copy.Value, copy.Stamp),
                () => StampOf(copy.Value, askedAt)));
            lists.Restamp_NeedsLock(entity, (request, page) => Judge(
                page.Answer,
                page.Stamp,
                page.Value.Rows.Any(row => row is not null && HasMoved(row, page.Stamp)),
                // What was edited since the list was read may belong into it now, wherever it stood before.
                () => lastEdit + ClockDifference >= page.Stamp.ReadAt || HasShifted(request, page.Value, askedAt) ? page.Stamp : StampOf(request, page.Value, askedAt)));
        }

        Stamp Judge(Answer answer, Stamp stamp, bool hasMoved, Func<Stamp> confirmed)
        {
            if (stamp.ReadAt >= askedAt)
                return stamp;
            if (hasMoved)
                return stamp.FreshUntil <= askedAt ? stamp : stamp with { FreshUntil = askedAt };
            // The stamp, not the answer, tells until when all is known: a copy confirmed before goes on from there.
            return answer.Origin == AnswerOrigin.Upstream && stamp.ReadAt >= since && askedAt - answer.ReadAt <= LongestConfirmation ? confirmed() : stamp;
        }

        // Judged by the state that the copy itself shows: of one object there may be a new thin copy and an old rich one.
        bool HasMoved(ResourceObject value, Stamp stamp) => edits.TryGetValue(value.Id!, out var edit)
            && (value.MomentOf(LastEdit) is { } shown ? shown < edit : stamp.ReadAt <= edit + ClockDifference);
    }

    /// <summary>Whether time alone may have moved rows in or out of the list since it was read.</summary>
    private static bool HasShifted(PageRequest request, ResourcePage page, DateTimeOffset now)
    {
        var path = request.Resource.Path;
        if (path.EndsWith("/previous", StringComparison.Ordinal))
            return true;
        if (!path.EndsWith("/upcoming", StringComparison.Ordinal))
            return false;
        // Rows leave at the front, which only the first page of the list in that order shows.
        var moment = request.Resource.Entity.Find("net") is null ? "date" : "net";
        return request.Offset > 0 || request.Ordering?.Split(',')[0] != moment
            || request.Filters.Any(filter => filter.Name == "hide_recent_previous")
            || page.Rows.Any(row => row?.MomentOf(moment) is not { } at || at + KeptInUpcoming <= now);
    }

    private Stamp StampOf(ResourceObject value, DateTimeOffset readAt) => Collect(value, readAt, AnswerOrigin.Upstream, []);

    private Stamp StampOf(PageRequest request, ResourcePage page, DateTimeOffset readAt) => page.Rows.OfType<ResourceObject>()
        .Select(row => StampOf(row, readAt))
        .Aggregate(new Stamp(readAt, lifetimes.FreshUntil(request, page, readAt)), (all, row) => all.And(row));
}
