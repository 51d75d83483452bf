using System.Globalization;
using System.Text.RegularExpressions;

namespace FlightGraph.Upstream.Documents;

/// <summary>The two forms in which the upstream writes a length of time.</summary>
internal static partial class DurationText
{
    /// <summary>
    /// True for an ISO 8601 duration as the upstream writes it: an optional sign, days at most (a month has no fixed
    /// length), <c>P4DT23H7M2S</c>.
    /// </summary>
    public static bool IsIso8601(ReadOnlySpan<byte> text)
    {
        var rest = text is [(byte)'-' or (byte)'+', ..] ? text[1..] : text;
        if (rest is not [(byte)'P', ..])
            return false;
        rest = rest[1..];
        var parts = Parts(ref rest, "WD"u8, allowFraction: false);
        if (rest.IsEmpty)
            return parts > 0;
        if (rest[0] != (byte)'T')
            return false;
        rest = rest[1..];
        return Parts(ref rest, "HMS"u8, allowFraction: true) > 0 && rest.IsEmpty;
    }

    /// <summary>Django's <c>1 02:03:04.5</c> (days, then hours) as ISO 8601; null when the text is neither.</summary>
    public static string? FromDjango(string text)
    {
        var match = Django().Match(text);
        if (!match.Success)
            return null;

        var sign = match.Groups["sign"].Value == "-" ? "-" : "";
        var time = string.Concat(Part(match, "hours", 'H'), Part(match, "minutes", 'M'), Seconds(match));
        var days = Part(match, "days", 'D');
        return time.Length > 0 ? $"{sign}P{days}T{time}" : $"{sign}P{(days.Length > 0 ? days : "0D")}";
    }

    /// <summary>Consumes numbers that are followed by the designators in their order; says how many there were, -1 when one is broken.</summary>
    private static int Parts(ref ReadOnlySpan<byte> rest, ReadOnlySpan<byte> designators, bool allowFraction)
    {
        var count = 0;
        while (!rest.IsEmpty && char.IsAsciiDigit((char)rest[0]))
        {
            var digits = 0;
            while (digits < rest.Length && (char.IsAsciiDigit((char)rest[digits]) || (allowFraction && rest[digits] == (byte)'.')))
                digits++;
            var place = digits < rest.Length ? designators.IndexOf(rest[digits]) : -1;
            if (place < 0 || rest[..digits].Count((byte)'.') > 1)
                return -1;
            designators = designators[(place + 1)..];
            rest = rest[(digits + 1)..];
            count++;
        }

        return count;
    }

    private static string Part(Match match, string group, char designator) =>
        int.TryParse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0
            ? $"{value}{designator}"
            : "";

    private static string Seconds(Match match)
    {
        var seconds = decimal.Parse(match.Groups["seconds"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return seconds > 0 ? seconds.ToString("0.######", CultureInfo.InvariantCulture) + "S" : "";
    }

    [GeneratedRegex(@"^(?<sign>-)?(?:(?<days>\d{1,9}) )?(?<hours>\d{1,2}):(?<minutes>[0-5]?\d):(?<seconds>[0-5]?\d(?:\.\d{1,6})?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Django();
}
