namespace FlightGraph.StandIn.Data.Figures;

/// <summary>What LL2's launch statuses mean. Their ids are fixed.</summary>
internal static class LaunchOutcome
{
    private const long Success = 3;
    private const long Failure = 4;
    private const long InFlight = 6;
    private const long PartialFailure = 7;
    private const long PayloadDeployed = 9;

    private const string SuborbitalOrbit = "Suborbital";

    public static bool Succeeded(Record launch) => Status(launch) is Success;

    /// <summary>LL2 counts a partial failure among the failures.</summary>
    public static bool Failed(Record launch) => Status(launch) is Failure or PartialFailure;

    /// <summary>Has left the pad, whatever came of it.</summary>
    public static bool Flown(Record launch) =>
        Status(launch) is Success or Failure or InFlight or PartialFailure or PayloadDeployed;

    public static bool IsSuborbital(Record launch) =>
        string.Equals(launch.One("mission")?.One("orbit")?.Text("name"), SuborbitalOrbit, StringComparison.OrdinalIgnoreCase);

    private static long? Status(Record launch) => (long?)launch.One("status")?.Id;
}
