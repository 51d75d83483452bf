using FlightGraph.StandIn.Http.Faults;

namespace FlightGraph.StandIn;

internal static class StandInOptionsRules
{
    /// <summary>What is wrong with the options; null if nothing is.</summary>
    public static string? Broken(StandInOptions options) => options switch
    {
        { Port: < 0 or > 65_535 } => $"A port is a number from 0 to 65535, not {options.Port}.",
        { Throttle: < 0 } => $"The throttle is a number of calls, 0 or more, not {options.Throttle}.",
        { Shift: < 0 } => $"The shift is a number of lists, 0 or more, not {options.Shift}.",
        _ when options.ThrottleWindow < TimeSpan.FromSeconds(1) =>
            $"The throttle window is a second or more, not {options.ThrottleWindow.TotalSeconds} seconds.",
        _ when options.Latency < TimeSpan.Zero || options.LatencyUpTo < options.Latency =>
            $"The latency goes up from {options.Latency.TotalMilliseconds} milliseconds, "
            + $"so it cannot end at {options.LatencyUpTo?.TotalMilliseconds}.",
        _ => options.Faults.Select(FaultRule.Complaint).FirstOrDefault(complaint => complaint is not null),
    };
}
