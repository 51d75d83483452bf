using FlightGraph.StandIn.Data;

namespace FlightGraph.StandIn.Queries;

/// <summary>PostgreSQL's order: null counts as the greatest value.</summary>
internal sealed class ValueOrder : IComparer<object?>
{
    public static ValueOrder NullsLast { get; } = new();

    public int Compare(object? x, object? y) => (x, y) switch
    {
        (null, null) => 0,
        (null, _) => 1,
        (_, null) => -1,
        (Record left, Record right) => Compare(left.Id, right.Id),
        (string left, string right) => StringComparer.OrdinalIgnoreCase.Compare(left, right),
        _ => Comparer<object>.Default.Compare(x, y),
    };
}
