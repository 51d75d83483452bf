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

    /// <summary>How many rows of one rank a walk goes through.</summary>
    private const int MaxTie = 1000;

    /// <summary>The call that most likely brings the rows, or the first of several.</summary>
    public static PageRequest FirstRequest(ListQuery query, PageWindow window)
    {
        if (window is { Backwards: true, Before: null })
            return query.End(window.Size);
        var (from, to) = Range(query, window);
        return query.Page(from, Math.Min(to - from, PageRequest.MaxLimit));
    }

    /// <summary>
    /// 1. Read all that belongs to the page. 2. See that the cursor's rows are where they were, else look for them. 3. Cut the
    /// rows wanted.
    /// </summary>
    public async Task<ConnectionResult> PageAsync(PageWindow window, PageRequest request, ResourcePage page)
    {
        // 1.
        var (rows, failed) = await ReadOnAsync(window, request, page);
        if (rows is null)
            return failed!;

        // 2.
        var anchor = window.Backwards ? window.Before : window.After;
        if (anchor is not null && !IsInPlace(anchor, window, rows, page.Count))
        {
            request = query.Page(Math.Max(0, anchor.Offset - Reach), PageRequest.MaxLimit);
            var around = await read(request);
            if (around.Error is { } error)
                return ConnectionResult.Failed(error);
            (rows, page) = (Placed(around.Value!, request.Offset), around.Value!);
            if (!HasAll(rows, Seen(anchor, window)))
                return ConnectionResult.Changed;
        }

        // 3.
        if (window.After is { } after)
            rows = Behind(after, rows);
        if (window.Before is { } before)
            rows = Ahead(before, rows);
        rows = window.Backwards ? [.. rows.TakeLast(window.Size)] : [.. rows.Take(window.Size)];
        // Names of more rows than this would not fit into a cursor.
        return rows.Count > 0 && SeenOfRank(window, rows) > MaxTie ? ConnectionResult.Changed : ConnectionResult.Of(ToPage(window, page.Count, rows));
    }

    /// <summary>
    /// The places of the rows wanted. Behind a cursor they begin with the rows of its rank, which shows whether the list has
    /// moved. Where each row has a place of its own, a full page leaves none to repeat; the list's length must do.
    /// </summary>
    private static (int From, int To) Range(ListQuery query, PageWindow window)
    {
        if (window is { Backwards: true, Before: { } before })
            return (Math.Max(0, before.Offset - window.Size), Math.Max(1, before.Offset + Repeated(query, before.Down, window)));
        return window.After is { } after ? (after.Offset + 1 - Repeated(query, after.Up, window), after.Offset + 1 + window.Size) : (0, window.Size);
    }

    /// <summary>Rows of one rank may be more than a call gives: then the range goes on over several, none of whose rows may come twice.</summary>
    private async Task<(List<PlacedRow>? Rows, ConnectionResult? Failed)> ReadOnAsync(PageWindow window, PageRequest first, ResourcePage page)
    {
        var rows = window is { Backwards: true, Before: null }
            ? [.. page.Rows.Select((row, i) => new PlacedRow(page.Count - 1 - i, row)).Reverse()]
            : Placed(page, first.Offset);
        // A filter by several things that a row may belong to gives the row once for each.
        if (query.IsUnique)
            return ([.. rows.DistinctBy(row => row.Row?.Id ?? $"at {row.Offset}")], null);
        if (window is { Backwards: true, Before: null })
            return (rows, null);

        var (_, to) = Range(query, window);
        for (var offset = first.Offset + first.Limit; offset < Math.Min(to, page.Count); offset += PageRequest.MaxLimit)
        {
            var next = await read(query.Page(offset, Math.Min(PageRequest.MaxLimit, to - offset)));
            if (next.Error is { } error)
                return (null, ConnectionResult.Failed(error));
            rows.AddRange(Placed(next.Value!, offset));
        }

        var ids = rows.Where(row => row.Row is not null).Select(row => row.Row!.Id!).ToList();
        return ids.Distinct(StringComparer.Ordinal).Count() == ids.Count ? (rows, null) : (null, ConnectionResult.Changed);
    }

    private static List<PlacedRow> Placed(ResourcePage page, int offset) => [.. page.Rows.Select((row, i) => new PlacedRow(offset + i, row))];

    private int SeenOfRank(PageWindow window, List<PlacedRow> rows)
    {
        var edge = window.Backwards ? rows[0].Row : rows[^1].Row;
        var seen = (window.Backwards ? window.Before?.Down.Count : window.After?.Up.Count) ?? 0;
        return edge is null || query.IsUnique ? 0 : seen + rows.Count(row => row.Row is not null && RankOf(row.Row) == RankOf(edge));
    }

    /// <summary>How many rows a call repeats: none where each has a place of its own and a full page has none to spare.</summary>
    private static int Repeated(ListQuery query, IReadOnlyList<string> seen, PageWindow window) =>
        query.IsUnique && window.Size == PageRequest.MaxLimit ? 0 : seen.Count;

    private static IReadOnlyList<string> Seen(Cursor anchor, PageWindow window) => window.Backwards ? anchor.Down : anchor.Up;

    private bool IsInPlace(Cursor anchor, PageWindow window, List<PlacedRow> rows, int count) =>
        Repeated(query, Seen(anchor, window), window) > 0 ? HasAll(rows, Seen(anchor, window)) : count == anchor.Count;

    private static bool HasAll(List<PlacedRow> rows, IReadOnlyList<string> ids)
    {
        var present = rows.Select(row => row.Row?.Id).ToHashSet(StringComparer.Ordinal);
        return ids.All(present.Contains);
    }

    /// <summary>
    /// The rows behind a cursor. Rows of its rank may have changed sides since; of them only those seen are left out.
    /// </summary>
    private List<PlacedRow> Behind(Cursor cursor, List<PlacedRow> rows)
    {
        var last = rows.FindLastIndex(row => cursor.Up.Contains(row.Row?.Id));
        return last < 0
            ? [.. rows.Where(row => row.Offset > cursor.Offset)]
            : [.. rows.Where((row, i) => !cursor.Up.Contains(row.Row?.Id) && (i > last || SameRank(cursor, row.Row)))];
    }

    private List<PlacedRow> Ahead(Cursor cursor, List<PlacedRow> rows)
    {
        var first = rows.FindIndex(row => cursor.Down.Contains(row.Row?.Id));
        return first < 0
            ? [.. rows.Where(row => row.Offset < cursor.Offset)]
            : [.. rows.Where((row, i) => !cursor.Down.Contains(row.Row?.Id) && (i < first || SameRank(cursor, row.Row)))];
    }

    private ConnectionPage ToPage(PageWindow window, int count, List<PlacedRow> rows)
    {
        var ranks = rows.Select(row => row.Row is null ? null : RankOf(row.Row)).ToList();
        return new ConnectionPage(
            count,
            [.. rows.Select((row, i) => new ConnectionRow(CursorOf(window, count, rows, ranks, i), row.Row))],
            HasPreviousPage: rows.Count > 0 ? rows[0].Offset > 0 : window.After is not null,
            HasNextPage: rows.Count > 0 ? rows[^1].Offset < count - 1 : window.Before is not null);
    }

    private string CursorOf(PageWindow window, int count, List<PlacedRow> rows, List<string?> ranks, int i)
    {
        if (rows[i].Row is null)
            return Cursor.OfUnreadable(rows[i].Offset, count).Format(query.Identity);

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
            Count = count,
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

    /// <param name="Offset">The row's place in the whole list.</param>
    /// <param name="Row">Null for a row that could not be read.</param>
    private readonly record struct PlacedRow(int Offset, ResourceObject? Row);
}
