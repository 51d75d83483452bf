using System.Globalization;
using FlightGraph.Schema.Engine;
using FlightGraph.Upstream.Freshness;
using Microsoft.Net.Http.Headers;

namespace FlightGraph.Hosting;

/// <summary>HTTP's own words for how old an answer may be, and is (RFC 9111).</summary>
internal static class FreshnessHeaders
{
    private const string StaleIfError = "stale-if-error";

    /// <summary>What cannot be read asks for nothing.</summary>
    public static Tolerance Read(IHeaderDictionary headers, DateTimeOffset now)
    {
        if (headers.CacheControl.Count == 0 || !CacheControlHeaderValue.TryParse(headers.CacheControl.ToString(), out var asked))
            return Tolerance.Any;
        return new Tolerance
        {
            // A request's "no-store" keeps nothing of it here: answers are remembered, never requests.
            NotBefore = asked.NoCache ? now : null,
            MaxAge = asked.MaxAge,
            MaxStale = asked.MaxStale ? asked.MaxStaleLimit ?? TimeSpan.MaxValue : null,
            MinFresh = asked.MinFresh,
            OnlyIfRemembered = asked.OnlyIfCached,
            StaleIfError = asked.Extensions.FirstOrDefault(extension => extension.Name.Equals(StaleIfError, StringComparison.OrdinalIgnoreCase)) is { } extension
                && int.TryParse(extension.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                ? TimeSpan.FromSeconds(seconds)
                : null,
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
}
