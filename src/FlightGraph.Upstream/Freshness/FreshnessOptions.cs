using System.ComponentModel.DataAnnotations;

namespace FlightGraph.Upstream.Freshness;

/// <summary>How long answers count as fresh. Configuration section <c>Freshness</c>.</summary>
public sealed class FreshnessOptions
{
    public const string SectionName = "Freshness";

    /// <summary>Lives that differ from <see cref="FreshnessTable"/>, by the names of its rows; each 1 second to 365 days.</summary>
    public Dictionary<string, TimeSpan> Lives { get; set; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// By which share of its life something may become stale early, so that what was read together is not asked for again
    /// together. Default 0.1, 0 to 0.5.
    /// </summary>
    [Range(0.0, 0.5)]
    public double Spread { get; set; } = 0.1;

    /// <summary>
    /// Whether clients may ask for fresher answers than they would get (<c>Cache-Control</c> of their requests), which costs calls.
    /// Default true.
    /// </summary>
    public bool ClientDirectives { get; set; } = true;
}
