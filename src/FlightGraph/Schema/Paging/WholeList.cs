using System.Globalization;
using FlightGraph.DataLoaders;
using FlightGraph.Upstream.Documents;
using FlightGraph.Upstream.Requests;

namespace FlightGraph.Schema.Paging;

/// <summary>
/// Pages of a list that the upstream orders by nothing: two calls may give its rows in two orders. One call of 100 rows is
/// whole by itself; a longer list is read in full before a second page is cut from it.
/// </summary>
internal sealed class WholeList(ListQuery query, Read read)
{
    /// <summary>A first page promises nothing yet and costs what it costs anywhere; any other needs a full page to begin with.</summary>
    public static PageRequest FirstRequest(ListQuery query, PageWindow window) =>
        query.Page(0, window.IsFirst ? window.Size : PageRequest.MaxLimit);

    public async Task<ConnectionResult> PageAsync(PageWindow window, ResourcePage first)
    {
        var isWhole = first.Count <= first.Rows.Count;
        if (window.IsFirst && !isWhole)
        {
            // What it showed goes into its cursors: those rows come first in whatever follows.
            var rows = first.Rows.Take(window.Size).ToList();
            return Cut(window, first.Count, rows, [.. rows.OfType<ResourceObject>().Select(row => row.Id!)]);
        }

        var head = (window.After ?? window.Before)?.Head ?? [];
        if (isWhole)
            return Cut(window, first.Count, InOrder(first.Rows, head), head);
        var (all, error) = await WholeListReader.ReadAsync(first, query.Page, request => read(request));
        if (error is not null)
            return ConnectionResult.Failed(error);
        return all is null ? ConnectionResult.Changed : Cut(window, all.Count, InOrder(all, head), head);
    }

    /// <summary>The rows of the head as they were shown, all others by id, those that cannot be read last.</summary>
    private static IReadOnlyList<ResourceObject?> InOrder(IReadOnlyList<ResourceObject?> rows, IReadOnlyList<string> head)
    {
        var place = head.Select((id, i) => (id, i)).ToDictionary(pair => pair.id, pair => pair.i, StringComparer.Ordinal);
        return
        [
            .. rows.OrderBy(row => row?.Id is { } id && place.TryGetValue(id, out var i) ? i : int.MaxValue)
                .ThenBy(row => row is null ? long.MaxValue : IdOf(row)).ThenBy(row => row?.Id, StringComparer.Ordinal),
        ];
    }

    private static long IdOf(ResourceObject row) => long.TryParse(row.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    private ConnectionResult Cut(PageWindow window, int count, IReadOnlyList<ResourceObject?> rows, IReadOnlyList<string> head)
    {
        var start = window.After is { } after ? Place(rows, after) + 1 : 0;
        var end = window.Before is { } before ? Place(rows, before) : rows.Count;
        if (window.Backwards)
            start = Math.Max(start, end - window.Size);
        else
            end = Math.Min(end, start + window.Size);
        var page = Enumerable.Range(start, Math.Max(0, end - start)).Select(place => new ConnectionRow(CursorOf(rows[place], place, count, head), rows[place]));
        return ConnectionResult.Of(new ConnectionPage(count, [.. page], start > 0, Math.Max(start, end) < count));
    }

    /// <summary>Where the cursor's row is now; where it would be if it is gone.</summary>
    private static int Place(IReadOnlyList<ResourceObject?> rows, Cursor cursor)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i]?.Id == cursor.Id)
                return i;
        }

        return Math.Min(cursor.Offset, rows.Count) - 1;
    }

    private string CursorOf(ResourceObject? row, int place, int count, IReadOnlyList<string> head)
    {
        var cursor = row is null
            ? Cursor.OfUnreadable(place, count)
            : new Cursor { Offset = place, Count = count, Up = [row.Id!], Down = [row.Id!], Head = head };
        return cursor.Format(query.Identity);
    }
}
