using FlightGraph.Upstream.Warming;

namespace FlightGraph.Schema.Status;

/// <summary>How idle budget is used, at one moment.</summary>
/// <param name="IsEnabled">Whether it is used at all.</param>
/// <param name="IdleBecause">Why no call is made; null while calls are made.</param>
/// <param name="NextDue">When something is due; null where that is not what it waits for.</param>
/// <param name="LastCall">Null before the first.</param>
/// <param name="Targets">How many calls went to what, most numerous first.</param>
internal sealed record WarmingStatus(
    bool IsEnabled, WarmingIdleReason? IdleBecause, DateTimeOffset? NextDue, WarmingCall? LastCall, IReadOnlyList<KeyValuePair<string, int>> Targets)
{
    public static WarmingStatus Of(WarmingReport report) => new(
        report.IsEnabled,
        report.IdleBecause,
        report.NextDue,
        report.Calls.FirstOrDefault(),
        [.. report.CallsByTarget.OrderByDescending(target => target.Value).ThenBy(target => target.Key, StringComparer.Ordinal)]);
}
