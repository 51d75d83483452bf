namespace FlightGraph.Schema.Paging;

/// <summary>The rows of a connection.</summary>
/// <param name="TotalCount">The whole list's length.</param>
internal sealed record ConnectionPage(int TotalCount, IReadOnlyList<ConnectionRow> Rows, bool HasPreviousPage, bool HasNextPage)
{
    public string? StartCursor => Rows.Count == 0 ? null : Rows[0].Cursor;

    public string? EndCursor => Rows.Count == 0 ? null : Rows[^1].Cursor;
}
