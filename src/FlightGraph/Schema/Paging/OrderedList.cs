using System.Security.Cryptography;
using System.Text;
using FlightGraph.Upstream.Documents;
using FlightGraph.Upstream.Requests;

namespace FlightGraph.Schema.Paging;

/// <summary>Pages of a list that the upstream orders, perhaps with ties.</summary>
internal sealed class OrderedList(ListQuery query, Read read)
{
    /// <summary>How far a list may have moved, in rows, before a cursor's row is no longer looked for.</summary>
    private const int Reach = PageRequest.MaxLimit / 2;

    /// <summary>
    /// The call that most likely brings the rows: behind a cursor it repeats the rows of its rank, which shows whether the
    /// list has moved. A full page has no place for a row to repeat; there the list's length must do.
    /// </summary>
    public static PageRequest FirstRequest(ListQuery query, PageWindow window)
    {
        if (!window.Backwards)
        {
            var start = window.After is { } after ? after.Offset + 1 - Repeated(query, after.Up, window) : 0;
            return query.Page(start, Math.Min(window.Size + (window.After is null ? 0 : Repeated(query, window.After.Up, window)), PageRequest.MaxLimit));
        }

        // Where the last rows begin is known once the list's length is.
        if (window.Before is not { } before)
            return query.Page(0, 1);
        var end = before.Offset + Repeated(query, before.Down, window);
        var first = Math.Max(0, Math.Max(before.Offset - window.Size, end - PageRequest.MaxLimit));
        return query.Page(first, Math.Max(1, end - first));
    }

    /// <summary>1. See that the cursor's rows are where they were, else look for them. 2. Cut the rows wanted.</summary>
    public async Task<ConnectionResult> PageAsync(PageWindow window, PageRequest request, ResourcePage page)
    {
        if (window is { Backwards: true, Before: null } && page.Count > 0)
        {
            request = query.Page(Math.Max(0, page.Count - window.Size), window.Size);
            var last = await read(request);
            if (last.Error is { } error)
                return ConnectionResult.Failed(error);
            page = last.Value!;
        }

        // 1.
        var anchor = window.Backwards ? window.Before : window.After;
        if (anchor is not null && !IsInPlace(anchor, window, request, page))
        {
            request = query.Page(Math.Max(0, anchor.Offset - Reach), PageRequest.MaxLimit);
            var around = await read(request);
            if (around.Error is { } aroundError)
                return ConnectionResult.Failed(aroundError);
            page = around.Value!;
            if (!HasAll(page, Seen(anchor, window)))
                return ConnectionResult.Changed;
        }

        // 2.
        var rows = page.Rows.Select((row, i) => (Offset: request.Offset + i, Row: row)).ToList();
        if (window.After is { } after)
            rows = Behind(after, rows);
        if (window.Before is { } before)
            rows = Ahead(before, rows);
        rows = window.Backwards ? [.. rows.TakeLast(window.Size)] : [.. rows.Take(window.Size)];
        return ConnectionResult.Of(ToPage(window, page, rows));
    }

    /// <summary>How many rows a call repeats: none where each has a place of its own and a full page has none to spare.</summary>
    private static int Repeated(ListQuery query, IReadOnlyList<string> seen, PageWindow window) =>
        query.IsUnique && window.Size == PageRequest.MaxLimit ? 0 : seen.Count;

    private static IReadOnlyList<string> Seen(Cursor anchor, PageWindow window) => window.Backwards ? anchor.Down : anchor.Up;

    private bool IsInPlace(Cursor anchor, PageWindow window, PageRequest request, ResourcePage page) =>
        Repeated(query, Seen(anchor, window), window) > 0 ? HasAll(page, Seen(anchor, window)) : page.Count == anchor.Count;

    private static bool HasAll(ResourcePage page, IReadOnlyList<string> ids)
    {
        var present = page.Rows.Select(row => row?.Id).ToHashSet(StringComparer.Ordinal);
        return ids.All(present.Contains);
    }

    /// <summary>
    /// The rows behind a cursor. Rows of its rank may have changed sides since; of them only those seen are left out.
    /// </summary>
    private List<(int Offset, ResourceObject? Row)> Behind(Cursor cursor, List<(int Offset, ResourceObject? Row)> rows)
    {
        var last = rows.FindLastIndex(row => cursor.Up.Contains(row.Row?.Id));
        return last < 0
            ? [.. rows.Where(row => row.Offset > cursor.Offset)]
            : [.. rows.Where((row, i) => !cursor.Up.Contains(row.Row?.Id) && (i > last || SameRank(cursor, row.Row)))];
    }

    private List<(int Offset, ResourceObject? Row)> Ahead(Cursor cursor, List<(int Offset, ResourceObject? Row)> rows)
    {
        var first = rows.FindIndex(row => cursor.Down.Contains(row.Row?.Id));
        return first < 0
            ? [.. rows.Where(row => row.Offset < cursor.Offset)]
            : [.. rows.Where((row, i) => !cursor.Down.Contains(row.Row?.Id) && (i < first || SameRank(cursor, row.Row)))];
    }

    private ConnectionPage ToPage(PageWindow window, ResourcePage page, IReadOnlyList<(int Offset, ResourceObject? Row)> rows)
    {
        var ranks = rows.Select(row => row.Row is null ? null : RankOf(row.Row)).ToList();
        return new ConnectionPage(
            page.Count,
            [.. rows.Select((row, i) => new ConnectionRow(CursorOf(window, page, rows, ranks, i), row.Row))],
            HasPreviousPage: rows.Count > 0 ? rows[0].Offset > 0 : window.After is not null,
            HasNextPage: rows.Count > 0 ? rows[^1].Offset < page.Count - 1 : window.Before is not null);
    }

    private string CursorOf(PageWindow window, ResourcePage page, IReadOnlyList<(int Offset, ResourceObject? Row)> rows, List<string?> ranks, int i)
    {
        if (rows[i].Row is null)
            return Cursor.OfUnreadable(rows[i].Offset, page.Count).Format(query.Identity);

        var start = i;
        while (start > 0 && ranks[start - 1] == ranks[i])
            start--;
        var end = i;
        while (end < rows.Count - 1 && ranks[end + 1] == ranks[i])
            end++;

        // Rows of equal rank may lie on the page that the walk comes from.
        var above = start == 0 && window.After is { } after && after.Rank == ranks[i] ? after.Up : [];
        var below = end == rows.Count - 1 && window.Before is { } before && before.Rank == ranks[i] ? before.Down : [];
        return new Cursor
        {
            Offset = rows[i].Offset,
            Count = page.Count,
            Rank = ranks[i]!,
            Up = [.. above, .. rows.Take(start..(i + 1)).Select(row => row.Row!.Id!)],
            Down = [.. rows.Take(i..(end + 1)).Select(row => row.Row!.Id!), .. below],
        }.Format(query.Identity);
    }

    private bool SameRank(Cursor cursor, ResourceObject? row) => row is not null && RankOf(row) == cursor.Rank;

    /// <summary>What the row is ordered by. Where the id breaks every tie, no row ranks with another.</summary>
    private string RankOf(ResourceObject row)
    {
        if (query.IsUnique)
            return row.Id!;
        var text = string.Join('\n', query.Rank.Select(field => row[field].Kind switch
        {
            FieldValueKind.Scalar => row[field].GetText(),
            FieldValueKind.Null => "",
            // A row that does not tell ranks with none but itself.
            _ => row.Id!,
        }));
        // Cursors travel in addresses: a rank only needs to be told from others.
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 4));
    }
}
