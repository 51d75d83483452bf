using System.Globalization;
using FlightGraph.StandIn.Contract;

namespace FlightGraph.StandIn.Queries;

/// <summary>Reads the values of query parameters as Django's form fields do.</summary>
internal static class FilterValues
{
    /// <summary>The value; null if it is not of the kind.</summary>
    public static object? Read(string text, ValueKind kind) => kind switch
    {
        ValueKind.Integer or ValueKind.Number => ReadNumber(text),
        ValueKind.Uuid => Guid.TryParse(text, out var id) ? id : null,
        ValueKind.Date => DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) ? day : null,
        ValueKind.DateTime => ReadTime(text),
        ValueKind.Boolean => text.ToLowerInvariant() switch { "true" or "1" => true, "false" or "0" => false, _ => null },
        _ => text,
    };

    public static string Complaint(ValueKind kind) => kind switch
    {
        ValueKind.Integer or ValueKind.Number => "Enter a number.",
        ValueKind.Uuid => "Enter a valid UUID.",
        ValueKind.Date => "Enter a valid date.",
        _ => "Enter a valid date/time.",
    };

    private static object? ReadNumber(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    // A time without a zone is UTC, and a day alone is its first moment.
    private static object? ReadTime(string text) =>
        text.Length >= "2000-01-01".Length
        && DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : null;
}
