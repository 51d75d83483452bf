namespace FlightGraph.StandIn.Data.Figures;

/// <summary>The counts over a number of launches, given in the order of time.</summary>
internal sealed class LaunchFigures(IReadOnlyList<Record> launches)
{
    public IReadOnlyList<Record> Launches { get; } = launches;

    public long Total => Successful + Failed;

    public long Successful { get; } = launches.Count(LaunchOutcome.Succeeded);

    public long Failed { get; } = launches.Count(LaunchOutcome.Failed);

    public long Pending { get; } = launches.Count(launch => !LaunchOutcome.Succeeded(launch) && !LaunchOutcome.Failed(launch));

    public long ConsecutiveSuccessful { get; } = launches
        .Where(launch => LaunchOutcome.Succeeded(launch) || LaunchOutcome.Failed(launch))
        .Reverse()
        .TakeWhile(LaunchOutcome.Succeeded)
        .Count();

    public long OrbitalAttempts { get; } =
        launches.Count(launch => LaunchOutcome.Flown(launch) && !LaunchOutcome.IsSuborbital(launch));

    public object? FastestTurnaround { get; } =
        Spans.ShortestGap(launches.Where(LaunchOutcome.Flown).Select(launch => launch.Time("net")));
}
