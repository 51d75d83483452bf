using System.Collections.Frozen;
using System.Globalization;
using FlightGraph.StandIn.Data;
using Test = System.Func<object, object, bool>;

namespace FlightGraph.StandIn.Queries;

/// <summary>How a value found in a record is held against one asked for.</summary>
internal static class Comparison
{
    public static FrozenDictionary<string, Test> Operators { get; } = new Dictionary<string, Test>
    {
        ["exact"] = (found, wanted) => Compare(found, wanted) == 0,
        ["gt"] = (found, wanted) => Compare(found, wanted) > 0,
        ["gte"] = (found, wanted) => Compare(found, wanted) >= 0,
        ["lt"] = (found, wanted) => Compare(found, wanted) < 0,
        ["lte"] = (found, wanted) => Compare(found, wanted) <= 0,

        // On a relation Django takes "contains" for "is": there is no text to look into.
        ["contains"] = (found, wanted) => found is Record
            ? Compare(found, wanted) == 0
            : AsText(found).Contains(AsText(wanted), StringComparison.Ordinal),
        ["icontains"] = (found, wanted) => AsText(found).Contains(AsText(wanted), StringComparison.OrdinalIgnoreCase),
    }.ToFrozenDictionary();

    public static string AsText(object value) => Convert.ToString(Plain(value), CultureInfo.InvariantCulture) ?? "";

    /// <summary>Below, at or above zero; null, which is none of them, if the two are not of one kind.</summary>
    private static int? Compare(object found, object wanted)
    {
        var plain = Plain(found);
        return plain.GetType() == wanted.GetType() && plain is IComparable comparable ? comparable.CompareTo(wanted) : null;
    }

    /// <summary>A related object stands for its id, and all numbers are compared as one type.</summary>
    private static object Plain(object value) => value switch
    {
        Record { Id: { } id } => Plain(id),
        long whole => (double)whole,
        string text => text,
        _ => value,
    };
}
