using System.Globalization;

namespace FlightGraph.StandIn.Http.Faults;

/// <summary>A fault as it is asked for: what goes wrong, and when.</summary>
internal sealed record FaultRule(string Kind)
{
    private const long Megabyte = 1 << 20;

    /// <summary>The status of a fault of kind <c>status</c>.</summary>
    public int Status { get; init; }

    /// <summary>Only calls whose path begins so, below the version: <c>launches</c> or <c>config/orbits</c>.</summary>
    public string Path { get; init; } = "";

    /// <summary>How many of the calls, from 0 to 1.</summary>
    public double Rate { get; init; } = 1;

    /// <summary>Only the first so many calls.</summary>
    public int Count { get; init; } = int.MaxValue;

    public int? Seed { get; init; }

    /// <summary>How long a drip takes.</summary>
    public TimeSpan Length { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>What a fault of kind <c>throttled</c> says of the wait: a number of seconds, or one of <see cref="ThrottledReply.Words"/>.</summary>
    public string RetryAfter { get; init; } = "120";

    /// <summary>How far the body of an <c>oversized</c> or a <c>bomb</c> is filled up, in bytes.</summary>
    public long Size { get; init; } = 64 * Megabyte;

    /// <summary>Where a <c>redirect</c> sends the caller: by default where clouds tell their machines secrets.</summary>
    public string Target { get; init; } = "http://169.254.169.254/";

    /// <summary>What is wrong with the text; null if nothing is.</summary>
    public static string? Complaint(string text)
    {
        try
        {
            Parse(text);
            return null;
        }
        catch (FormatException exception)
        {
            return exception.Message;
        }
    }

    /// <exception cref="FormatException">The text is no fault; the message says what was expected.</exception>
    public static FaultRule Parse(string text)
    {
        var parts = text.Split(',', StringSplitOptions.TrimEntries).Select(part => part.Split('=', 2)).ToArray();
        var kind = parts[0][0];
        if (!Fault.Kinds.Contains(kind))
        {
            var kinds = string.Join(", ", Fault.Kinds.Order(StringComparer.Ordinal));
            throw new FormatException($"A fault is one of {kinds}, not '{kind}'.");
        }

        var rule = parts.Skip(kind == "status" ? 0 : 1).Aggregate(new FaultRule(kind), (rule, part) => part switch
        {
            ["status", var value] when Whole(value) is >= 300 and <= 599 and var status => rule with { Status = status },
            ["path", var value] => rule with { Path = value.Trim('/') },
            ["rate", var value] when Share(value) is { } rate => rule with { Rate = rate },
            ["count", var value] when Whole(value) is { } count => rule with { Count = count },
            ["seed", var value] when Whole(value) is { } seed => rule with { Seed = seed },
            ["seconds", var value] when Whole(value) is { } seconds => rule with { Length = TimeSpan.FromSeconds(seconds) },
            ["retry-after", var value] when Whole(value) is not null || ThrottledReply.Words.Contains(value) => rule with { RetryAfter = value },
            ["size", var value] when Whole(value) is >= 1 and <= 4096 and var size => rule with { Size = size * Megabyte },
            ["to", var value] when Uri.TryCreate(value, UriKind.Absolute, out _) => rule with { Target = value },
            _ => throw new FormatException(
                "A fault takes status=300..599, path=, rate=0..1, count=, seed=, seconds=, retry-after= a number or "
                + $"{string.Join(", ", ThrottledReply.Words)}, size=1..4096 and to= an address, not '{string.Join('=', part)}'."),
        });
        return rule;
    }

    private static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static double? Share(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share <= 1
            ? share
            : null;
}
