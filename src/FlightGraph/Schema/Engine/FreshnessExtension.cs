using FlightGraph.Upstream.Freshness;
using GraphQL;

namespace FlightGraph.Schema.Engine;

/// <summary><c>extensions.freshness</c>: how old the answer is.</summary>
internal static class FreshnessExtension
{
    /// <summary>What stays the same for years is told as a year.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(365);

    public static ExecutionResult Add(ExecutionResult result, Stamp stamp, DateTimeOffset now)
    {
        result.Extensions = new Dictionary<string, object?>(result.Extensions ?? [])
        {
            ["freshness"] = new Dictionary<string, object?>
            {
                ["age"] = Seconds(stamp.Age(now)),
                ["freshFor"] = FreshFor(stamp, now),
                ["stale"] = stamp.IsStale(now),
            },
        };
        return result;
    }

    /// <summary>How long all of it stays fresh, in whole seconds; 0 when something is stale.</summary>
    public static long FreshFor(Stamp stamp, DateTimeOffset now) =>
        stamp.IsStale(now) ? 0 : Seconds(stamp.FreshUntil - now < Longest ? stamp.FreshUntil - now : Longest);

    private static long Seconds(TimeSpan time) => (long)time.TotalSeconds;
}
