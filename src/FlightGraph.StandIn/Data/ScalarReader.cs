using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using FlightGraph.StandIn.Contract;

namespace FlightGraph.StandIn.Data;

/// <summary>Turns a typed scalar of the fixtures into the value that a record holds.</summary>
internal static partial class ScalarReader
{
    /// <summary>The value, or null if the node is not of the kind.</summary>
    public static object? Read(FixtureNode node, ValueKind kind) => (kind, node.Scalar) switch
    {
        (ValueKind.Text, string text) => text,
        (ValueKind.Integer, long whole) => whole,
        (ValueKind.Number, long whole) => (double)whole,
        (ValueKind.Number, double number) => number,
        (ValueKind.Boolean, bool flag) => flag,
        (ValueKind.Uuid, string text) when Guid.TryParse(text, out var id) => id,
        (ValueKind.Date, string text) when DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) => day,
        (ValueKind.DateTime, string text) when TryReadTime(text, out var time) => time,
        (ValueKind.Duration, string text) when DaysAndTime().IsMatch(text) => XmlConvert.ToTimeSpan(text),
        _ => null,
    };

    /// <summary>What an error message says was expected.</summary>
    public static string Expected(ValueKind kind) => kind switch
    {
        ValueKind.Text => "a text",
        ValueKind.Integer => "a whole number",
        ValueKind.Number => "a number",
        ValueKind.Boolean => "true or false",
        ValueKind.Uuid => "a UUID",
        ValueKind.Date => "a day such as 1963-06-14",
        ValueKind.DateTime => "a time such as 1963-06-14T11:58:58Z",
        ValueKind.Duration => "a length of time such as P4DT23H7M2S",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Only scalars are read here."),
    };

    private static bool TryReadTime(string text, out DateTimeOffset time) =>
        DateTimeOffset.TryParseExact(
            text, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);

    // Years and months have no fixed length, so LL2 never sends them; a fraction of a second it never has.
    [GeneratedRegex(@"^-?P(?=\d|T\d)(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$")]
    private static partial Regex DaysAndTime();
}
