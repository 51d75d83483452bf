using FlightGraph.Upstream.Documents;

namespace FlightGraph.Schema.Paging;

/// <summary>The rows of a connection with their place in the whole list.</summary>
/// <param name="TotalCount">The list's length.</param>
/// <param name="Offset">The place of the first row.</param>
/// <param name="Rows">Null stands for a row that could not be read.</param>
/// <param name="ListIdentity">What the cursors belong to.</param>
internal sealed record ConnectionPage(int TotalCount, int Offset, IReadOnlyList<ResourceObject?> Rows, string ListIdentity)
{
    public bool HasNextPage => Offset + Rows.Count < TotalCount;

    public bool HasPreviousPage => Offset > 0 && TotalCount > 0;

    public string? StartCursor => Rows.Count == 0 ? null : CursorOf(0);

    public string? EndCursor => Rows.Count == 0 ? null : CursorOf(Rows.Count - 1);

    public string CursorOf(int row) => new Cursor(Offset + row).Format(ListIdentity);
}
