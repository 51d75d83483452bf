namespace FlightGraph.StandIn.Data.Figures;

/// <summary>What LL2's launch statuses mean. Their ids are fixed.</summary>
internal static class LaunchOutcome
{
    private const long Go = 1;
    private const long Success = 3;
    private const long Failure = 4;
    private const long InFlight = 6;
    private const long PartialFailure = 7;
    private const long PayloadDeployed = 9;

    private static readonly TimeSpan Ascent = TimeSpan.FromMinutes(10);

    private const string SuborbitalOrbit = "Suborbital";

    public static bool Succeeded(Record launch) => Status(launch) is Success;

    /// <summary>LL2 counts a partial failure among the failures.</summary>
    public static bool Failed(Record launch) => Status(launch) is Failure or PartialFailure;

    /// <summary>Has left the pad, whatever came of it.</summary>
    public static bool Flown(Record launch) =>
        Status(launch) is Success or Failure or InFlight or PartialFailure or PayloadDeployed;

    public static bool IsSuborbital(Record launch) =>
        string.Equals(launch.One("mission")?.One("orbit")?.Text("name"), SuborbitalOrbit, StringComparison.OrdinalIgnoreCase);

    public static bool IsStatus(EntityField field, Record record) => record.Entity.Name == "Launch" && field.Name == "status";

    /// <summary>The status of a launch for those who cannot know more than the moment does.</summary>
    public static Record? StatusAt(Record launch, Moment moment) =>
        !Flown(launch) || moment.IsPast(launch.Time("net") + Ascent)
            ? launch.One("status")
            : moment.Data.Find("LaunchStatus", moment.IsPast(launch.Time("net")) ? InFlight : Go);

    private static long? Status(Record launch) => (long?)launch.One("status")?.Id;
}
