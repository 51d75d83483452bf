using System.ComponentModel.DataAnnotations;

namespace FlightGraph.Upstream.Warming;

/// <summary>
/// What the gateway asks for of its own accord while clients leave budget unused. Configuration section <c>Warming</c>. How much
/// it leaves to clients is <see cref="Budget.BudgetOptions.IdleShare"/>.
/// </summary>
public sealed class WarmingOptions
{
    public const string SectionName = "Warming";

    /// <summary>Whether it does so at all. Default true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>The time between two calls, so that they spread, however many are allowed. Default 1 minute, 1 second to 1 hour.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan MinPause { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How often it asks which launches were edited; for events three times as long. Default 20 minutes, which is 4 of the 7 calls
    /// that a limit of 15 an hour leaves to warming; 1 minute to 1 day.
    /// </summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan EditsPeriod { get; set; } = TimeSpan.FromMinutes(20);

    /// <summary>How far back it asks for edits at first, and after a time without calls. Default 3 days, 1 hour to 30 days.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "30.00:00:00")]
    public TimeSpan LookBack { get; set; } = TimeSpan.FromDays(3);
}
