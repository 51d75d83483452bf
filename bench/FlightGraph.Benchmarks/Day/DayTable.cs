using System.Globalization;
using System.Text;

namespace FlightGraph.Benchmarks.Day;

/// <summary>The results in words.</summary>
internal static class DayTable
{
    public static string Of(DayResult result)
    {
        var plan = result.Plan;
        var text = new StringBuilder();
        text.AppendLine("| when | queries | fresh | stale | age of stale: median | 95 % | most | failed | calls |");
        text.AppendLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        Row(text, "first hour", result, plan.IsFirstHour);
        Row(text, "the other hours", result, at => !plan.IsFirstHour(at));
        Row(text, "of them: the hour of the launch", result, at => !plan.IsFirstHour(at) && plan.IsLaunchHour(at));
        Row(text, "of them: upstream down, 20 minutes", result, at => !plan.IsFirstHour(at) && plan.IsOutage(at));
        return text.ToString();
    }

    /// <summary>What the table sums up: hours, and where failures and old answers come from.</summary>
    public static string Details(DayResult result)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{result.Outcomes.Count} queries for {result.Firsts} different things in {result.Elapsed.TotalSeconds:0} s; at most {result.BusiestHour()} calls in an hour");
        foreach (var hour in result.Outcomes.GroupBy(outcome => (int)(outcome.At - result.Plan.Start).TotalHours).OrderBy(hour => hour.Key))
        {
            var calls = result.Calls.Where(call => (int)(call.At - result.Plan.Start).TotalHours == hour.Key).ToList();
            text.AppendLine(CultureInfo.InvariantCulture, $"hour {hour.Key,2}: {hour.Count(),6} queries, {Share(hour, outcome => outcome.IsFresh)} fresh, {hour.Count(outcome => outcome.HasFailed),4} failed; calls: {hour.Sum(outcome => outcome.Calls),2} while somebody waited, {calls.Count,2} in all, of them {calls.Count(call => call.IsCounted),2} counted by the upstream");
        }

        foreach (var isFirst in (bool[])[true, false])
        {
            text.AppendLine(isFirst ? "failed in the first hour:" : "failed after it:");
            foreach (var group in result.Outcomes.Where(outcome => outcome.HasFailed && result.Plan.IsFirstHour(outcome.At) == isFirst)
                .GroupBy(outcome => (outcome.Kind, Codes: string.Join('+', outcome.Codes), outcome.HasData)).OrderByDescending(group => group.Count()))
                text.AppendLine(CultureInfo.InvariantCulture, $"  {group.Count(),5} {group.Key.Kind} {group.Key.Codes}{(group.Key.HasData ? " beside data" : "")}");
        }

        text.AppendLine("stale by page:");
        foreach (var group in result.AfterFirstHour.GroupBy(outcome => outcome.Kind).OrderByDescending(group => group.Count(outcome => outcome is { IsStale: true, HasFailed: false })))
            text.AppendLine(CultureInfo.InvariantCulture, $"  {group.Key}: {Share(group, outcome => outcome is { IsStale: true, HasFailed: false })} of {group.Count()}, median age {Age(Ages(group), 0.5)}, most {Age(Ages(group), 1)}");
        return text.ToString();
    }

    private static void Row(StringBuilder text, string name, DayResult result, Func<DateTimeOffset, bool> isIn)
    {
        List<Outcome> rows = [.. result.Outcomes.Where(outcome => isIn(outcome.At))];
        var ages = Ages(rows);
        text.AppendLine(CultureInfo.InvariantCulture,
            $"| {name} | {rows.Count:#,0} | {Share(rows, outcome => outcome.IsFresh)} | {Share(rows, outcome => outcome is { IsStale: true, HasFailed: false })} | {Age(ages, 0.5)} | {Age(ages, 0.95)} | {Age(ages, 1)} | {Share(rows, outcome => outcome.HasFailed, "0.000")} | {result.Calls.Count(call => isIn(call.At))} |");
    }

    private static List<TimeSpan> Ages(IEnumerable<Outcome> outcomes) =>
        [.. outcomes.Where(outcome => outcome is { IsStale: true, HasFailed: false }).Select(outcome => outcome.Age).Order()];

    private static string Share(IEnumerable<Outcome> all, Func<Outcome, bool> isIn, string format = "0.0")
    {
        List<Outcome> rows = [.. all];
        return rows.Count == 0 ? "–" : (100.0 * rows.Count(isIn) / rows.Count).ToString(format, CultureInfo.InvariantCulture) + " %";
    }

    private static string Age(List<TimeSpan> ages, double part)
    {
        if (ages.Count == 0)
            return "–";
        var age = ages[Math.Clamp((int)Math.Ceiling(part * ages.Count) - 1, 0, ages.Count - 1)];
        return age.TotalHours >= 2 ? FormattableString.Invariant($"{age.TotalHours:0.0} h") : FormattableString.Invariant($"{age.TotalMinutes:0.0} min");
    }
}
