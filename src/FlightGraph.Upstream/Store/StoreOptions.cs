using System.ComponentModel.DataAnnotations;

namespace FlightGraph.Upstream.Store;

/// <summary>What is remembered of the upstream's answers, and for how long. Configuration section <c>Store</c>.</summary>
public sealed class StoreOptions
{
    public const string SectionName = "Store";

    /// <summary>How long an answer counts as fresh. Default 5 minutes, none to 30 days; none remembers nothing.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "30.00:00:00")]
    public TimeSpan FreshFor { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How many objects are remembered; beyond it the oldest go. Default 200,000, 0 to 10,000,000.</summary>
    [Range(0, 10_000_000)]
    public int MaxObjects { get; set; } = 200_000;

    /// <summary>How many pages of lists are remembered; beyond it the oldest go. Default 10,000, 0 to 1,000,000.</summary>
    [Range(0, 1_000_000)]
    public int MaxPages { get; set; } = 10_000;
}
