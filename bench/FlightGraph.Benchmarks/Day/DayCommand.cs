using System.Globalization;

namespace FlightGraph.Benchmarks.Day;

/// <summary>
/// <c>day</c>: a day of a busy site on a fake clock, against 15 calls an hour. With <c>--check</c> the smoke for CI: a few hours
/// with fewer visitors. Complaints end it with 1 either way.
/// </summary>
internal static class DayCommand
{
    private const string Check = "--check";
    private const string QueriesPerHour = "--queries-per-hour";
    private const int Usual = 10_000;

    public static async Task<int> RunAsync(string[] options)
    {
        if (PlanOf(options) is not { } plan)
        {
            Console.Error.WriteLine($"day takes {Check}, or {QueriesPerHour} and a number from 1 to 100000, or nothing, not: {string.Join(' ', options)}");
            return 2;
        }

        var result = await new Simulation(plan).RunAsync();
        Console.Write(options is [Check] ? Line(result) : DayTable.Of(result) + Environment.NewLine + DayTable.Details(result));
        List<string> complaints = [.. result.Complaints()];
        foreach (var complaint in complaints)
            Console.Error.WriteLine(complaint);
        return complaints.Count == 0 ? 0 : 1;
    }

    private static DayPlan? PlanOf(string[] options) => options switch
    {
        [] => DayPlan.Whole(Usual),
        [Check] => DayPlan.Smoke,
        [QueriesPerHour, var text] when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 100_000 => DayPlan.Whole(number),
        _ => null,
    };

    private static string Line(DayResult result) => string.Create(CultureInfo.InvariantCulture,
        $"day: {result.Outcomes.Count} queries, {result.Outcomes.Count(outcome => outcome.HasFailed)} failed, {result.AfterFirstHour.Count(outcome => outcome.HasFailed)} of them after the first hour; {result.Calls.Count} calls, at most {result.BusiestHour()} in an hour{Environment.NewLine}");
}
