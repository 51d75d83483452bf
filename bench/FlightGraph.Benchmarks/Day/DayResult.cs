namespace FlightGraph.Benchmarks.Day;

/// <param name="Firsts">How many different things were asked for.</param>
/// <param name="Elapsed">Real time.</param>
internal sealed record DayResult(DayPlan Plan, IReadOnlyList<Outcome> Outcomes, IReadOnlyList<UpstreamCall> Calls, int Firsts, TimeSpan Elapsed)
{
    public IReadOnlyList<Outcome> AfterFirstHour { get; } = [.. Outcomes.Where(outcome => !Plan.IsFirstHour(outcome.At))];

    /// <summary>What must not be.</summary>
    public IEnumerable<string> Complaints()
    {
        var failed = AfterFirstHour.Count(outcome => outcome.HasFailed);
        if (failed > Plan.MostFailed * AfterFirstHour.Count)
            yield return FormattableString.Invariant($"{failed} of {AfterFirstHour.Count} queries failed after the first hour, more than {100 * Plan.MostFailed:0.0} %.");
        if (Calls.Count(call => call.Status == UpstreamCall.Refused) is > 0 and var refused)
            yield return $"The upstream refused {refused} calls.";
        if (BusiestHour() is > DayPlan.CallsPerHour and var most)
            yield return $"The upstream counted {most} calls in an hour, more than {DayPlan.CallsPerHour}.";
    }

    /// <summary>The most calls that the upstream counted in any hour, wherever it begins.</summary>
    public int BusiestHour()
    {
        DateTimeOffset[] times = [.. Calls.Where(call => call.IsCounted).Select(call => call.At).Order()];
        return times.Length == 0 ? 0 : times.Select((at, index) => times.Skip(index).TakeWhile(other => other - at < TimeSpan.FromHours(1)).Count()).Max();
    }
}
