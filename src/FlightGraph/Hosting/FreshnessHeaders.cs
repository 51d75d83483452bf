using System.Globalization;
using FlightGraph.Schema.Engine;
using FlightGraph.Upstream.Freshness;

namespace FlightGraph.Hosting;

/// <summary>HTTP's own words for how old an answer may be, and is (RFC 9111).</summary>
internal static class FreshnessHeaders
{
    /// <summary>What cannot be read asks for nothing, and takes nothing from what can.</summary>
    public static Tolerance Read(IHeaderDictionary headers, DateTimeOffset now)
    {
        if (headers.CacheControl.Count == 0)
            return Tolerance.Any;
        var asked = Directives(headers.CacheControl.ToString());
        return new Tolerance
        {
            // A request's "no-store" keeps nothing of it here: answers are remembered, never requests.
            NotBefore = asked.ContainsKey("no-cache") ? now : null,
            MaxAge = Seconds(asked, "max-age"),
            MaxStale = asked.TryGetValue("max-stale", out var most) && most is null ? TimeSpan.MaxValue : Seconds(asked, "max-stale"),
            MinFresh = Seconds(asked, "min-fresh"),
            OnlyIfRemembered = asked.ContainsKey("only-if-cached"),
            StaleIfError = Seconds(asked, "stale-if-error"),
        };
    }

    /// <summary>
    /// How old the answer is, and for how long a cache may give it to others. A cache takes the age off the lifetime, so that what
    /// is left is just how long all of it is still fresh here.
    /// </summary>
    /// <param name="age">How old what it is made of is; null where it is made of nothing that the upstream said.</param>
    /// <param name="hasErrors">An answer with an error is nobody else's.</param>
    public static void Write(IHeaderDictionary headers, Stamp? age, bool hasErrors, DateTimeOffset now)
    {
        if (age is { } stamp)
            headers.Age = ((long)stamp.Age(now).TotalSeconds).ToString(CultureInfo.InvariantCulture);
        headers.CacheControl = hasErrors ? "no-store"
            : age is not { } known || known.IsStale(now) ? "no-cache"
            : string.Create(CultureInfo.InvariantCulture, $"max-age={(long)known.Age(now).TotalSeconds + FreshnessExtension.FreshFor(known, now)}");
    }

    /// <summary>The framework's own reader drops the whole header for one number that it has no room for.</summary>
    private static Dictionary<string, string?> Directives(string header)
    {
        var found = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var directive in header.Split(','))
        {
            var parts = directive.Split('=', 2, StringSplitOptions.TrimEntries);
            found.TryAdd(parts[0], parts.Length == 2 ? parts[1].Trim('"') : null);
        }

        return found;
    }

    /// <summary>More than can be counted is as much as can be (RFC 9111, section 1.2.2).</summary>
    private static TimeSpan? Seconds(Dictionary<string, string?> asked, string directive)
    {
        if (asked.GetValueOrDefault(directive) is not { Length: > 0 } digits || !digits.All(char.IsAsciiDigit))
            return null;
        return TimeSpan.FromSeconds(int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : int.MaxValue);
    }
}
