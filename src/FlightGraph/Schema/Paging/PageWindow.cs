using System.Diagnostics.CodeAnalysis;

namespace FlightGraph.Schema.Paging;

/// <summary>Which rows a connection's arguments mean.</summary>
/// <param name="First">How many from the front; null when <paramref name="Last"/> counts.</param>
/// <param name="Last">How many from the back.</param>
/// <param name="After">The row before the first one wanted, -1 for the list's front.</param>
/// <param name="Before">The row after the last one wanted; null for the list's end.</param>
internal sealed record PageWindow(int? First, int? Last, int After, int? Before)
{
    public const int DefaultSize = 10;
    public const int MaxSize = 100;

    /// <summary>True when the rows' place depends on how many the list has.</summary>
    [MemberNotNullWhen(true, nameof(Last))]
    public bool NeedsCount => Last is not null && Before is null;

    /// <summary>The rows as the upstream counts them: from where and how many, perhaps none.</summary>
    /// <param name="count">The list's length; asked for only when <see cref="NeedsCount"/>.</param>
    public (int Offset, int Limit) Rows(int count)
    {
        var start = After + 1;
        if (Last is { } last)
        {
            var end = Before ?? count;
            start = Math.Max(start, end - last);
            return (start, Math.Clamp(end - start, 0, MaxSize));
        }

        var size = First ?? DefaultSize;
        return (start, Before is { } before ? Math.Clamp(before - start, 0, size) : size);
    }
}
