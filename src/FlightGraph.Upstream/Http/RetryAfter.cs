using System.Globalization;
using System.Net.Http.Headers;

namespace FlightGraph.Upstream.Http;

/// <summary>Reads how long an answer asks to wait. What cannot be meant is taken as not said.</summary>
internal static class RetryAfter
{
    /// <summary>The longest wait that is believed. One typing error there must not silence the gateway for a year.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>Seconds, or a date of HTTP; a date gone by is no wait. Null without a header, and for one that is neither.</summary>
    public static TimeSpan? Of(HttpResponseHeaders headers, DateTimeOffset now)
    {
        // Read as text: the typed header drops a number that it has no room for.
        if (!headers.NonValidated.TryGetValues("Retry-After", out var values))
            return null;
        var text = values.First().Trim();
        if (OfSeconds(text) is { } seconds)
            return seconds;
        return RetryConditionHeaderValue.TryParse(text, out var header) && header.Date is { } date ? Within(date - now) : null;
    }

    /// <summary>Null unless the text is made of digits alone.</summary>
    public static TimeSpan? OfSeconds(string digits)
    {
        if (digits.Length == 0 || !digits.All(char.IsAsciiDigit))
            return null;
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? Within(TimeSpan.FromSeconds(seconds)) : Longest;
    }

    private static TimeSpan Within(TimeSpan wait) => wait < TimeSpan.Zero ? TimeSpan.Zero : wait > Longest ? Longest : wait;
}
