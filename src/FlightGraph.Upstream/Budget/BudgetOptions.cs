using System.ComponentModel.DataAnnotations;

namespace FlightGraph.Upstream.Budget;

/// <summary>
/// How many calls to the upstream may be spent, and on whom. Configuration section <c>Budget</c>. A share of the limit is
/// rounded up to whole calls.
/// </summary>
public sealed class BudgetOptions
{
    public const string SectionName = "Budget";

    /// <summary>The most calls in a window. Null, the default, is what the upstream itself says, and 15 until it has; else 1 to 1,000,000.</summary>
    [Range(1, 1_000_000)]
    public int? Limit { get; set; }

    /// <summary>After which time a call no longer counts. Null, the default, is what the upstream says, and an hour until it has; else 1 second to 7 days.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00")]
    public TimeSpan? Window { get; set; }

    /// <summary>
    /// The share of the limit that is kept for launch hours, the hour before and after a launch. While one begins within the
    /// coming window, nobody gets these calls; once it is on, everybody does. One call is never kept from clients. Default
    /// 0.2, 0 to 1.
    /// </summary>
    [Range(0.0, 1.0)]
    public double LaunchShare { get; set; } = 0.2;

    /// <summary>The share of the limit that refreshing leaves to waiting clients, less what they have taken, besides <see cref="LaunchShare"/>. Default 0.3, 0 to 1.</summary>
    [Range(0.0, 1.0)]
    public double ClientShare { get; set; } = 0.3;

    /// <summary>
    /// The share of the limit that clients, where they are many, leave to refreshing while it has something to do: else those who ask
    /// for rare things take every call, and what everybody looks at is never renewed. Three clients within a window are many; fewer
    /// leave nothing. One call is never kept from clients. Default 0.6, 0 to 1.
    /// </summary>
    [Range(0.0, 1.0)]
    public double RefreshShare { get; set; } = 0.6;

    /// <summary>The share of the limit that warming leaves to clients and refreshing, besides <see cref="LaunchShare"/>; never less than refreshing leaves, and at least one call. Default 0.5, 0 to 1.</summary>
    [Range(0.0, 1.0)]
    public double IdleShare { get; set; } = 0.5;

    /// <summary>The most of the limit that one client may take in a window once another has asked within it, so that others find something left; at
    /// least one call. Default 0.5, 0 to 1.</summary>
    [Range(0.0, 1.0)]
    public double MaxSharePerClient { get; set; } = 0.5;

    /// <summary>How long a client waits for its turn, unless it says otherwise. Default 10 seconds, 0 to 5 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan MaxWait { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How many replicas spend this budget at most. Needed only where they share a Redis: when that is lost, each goes on with
    /// its part. Default 2, 1 to 1,000.
    /// </summary>
    [Range(1, 1000)]
    public int Replicas { get; set; } = 2;
}
