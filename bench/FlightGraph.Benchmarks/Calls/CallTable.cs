using System.Globalization;

namespace FlightGraph.Benchmarks.Calls;

/// <summary>The counts as README shows them.</summary>
internal static class CallTable
{
    public static string Of(IReadOnlyList<CallCount> counts) => string.Join('\n',
    [
        "| operation | gateway calls | plain calls | gateway KB | plain KB | again |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
        .. counts.Select(count => Row(count.Operation.Name, count.Gateway, count.Plain, count.Again)),
        Row("**sum**", Sum(counts, count => count.Gateway), Sum(counts, count => count.Plain), Sum(counts, count => count.Again)),
    ]);

    public static Traffic Sum(IReadOnlyList<CallCount> counts, Func<CallCount, Traffic> of) =>
        new(counts.Sum(count => of(count).Calls), counts.Sum(count => of(count).Bytes));

    private static string Row(string name, Traffic gateway, Traffic plain, Traffic again) =>
        $"| {name} | {Text(gateway.Calls)} | {Text(plain.Calls)} | {Kilobytes(gateway)} | {Kilobytes(plain)} | {Text(again.Calls)} |";

    private static string Kilobytes(Traffic traffic) => Text((long)Math.Round(traffic.Bytes / 1000.0));

    private static string Text(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
