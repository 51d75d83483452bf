namespace FlightGraph.StandIn.Data.Figures;

/// <summary>The how-manieth each launch is among others, over all years and within its own.</summary>
internal sealed class LaunchRanks
{
    private readonly Dictionary<Record, (long OverAll, long InYear)> ranks = [];

    /// <param name="launches">In the order of time.</param>
    private LaunchRanks(IEnumerable<Record> launches)
    {
        var year = 0;
        var inYear = 0L;
        foreach (var launch in launches)
        {
            var own = launch.Time("net")?.Year ?? 0;
            inYear = own == year ? inYear + 1 : 1;
            year = own;
            ranks[launch] = (ranks.Count + 1, inYear);
        }
    }

    /// <summary>All orbital launches; a suborbital one has no rank among them.</summary>
    public static LaunchRanks Orbital(Record launch, Moment moment) => moment.Data.Remember(
        moment.Data,
        "orbital ranks",
        () => new LaunchRanks(moment.Data.All("Launch")
            .Where(other => !LaunchOutcome.IsSuborbital(other))
            .OrderBy(other => other.Time("net"))
            .ThenBy(other => other.Id)));

    /// <summary>The launches of a pad, location or agency; null without one.</summary>
    public static LaunchRanks? Among(Record? whose, Moment moment) =>
        whose is null ? null : moment.Data.Remember(whose, "ranks", () => new LaunchRanks(moment.Launches(whose).Launches));

    public object? OverAll(Record launch) => ranks.TryGetValue(launch, out var rank) ? rank.OverAll : null;

    public object? InYear(Record launch) => ranks.TryGetValue(launch, out var rank) ? rank.InYear : null;
}
