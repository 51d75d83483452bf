namespace FlightGraph.Schema.Paging;

/// <summary>Which rows a connection's arguments mean.</summary>
/// <param name="Size">How many at most, 1 to <see cref="MaxSize"/>.</param>
/// <param name="Backwards">Whether they are counted from the back.</param>
/// <param name="After">Only rows behind it.</param>
/// <param name="Before">Only rows before it.</param>
internal sealed record PageWindow(int Size, bool Backwards, Cursor? After, Cursor? Before)
{
    public const int DefaultSize = 10;
    public const int MaxSize = 100;

    /// <summary>True for the front of a list, which needs no cursor.</summary>
    public bool IsFirst => !Backwards && After is null && Before is null;
}
