namespace FlightGraph.Benchmarks.Calls;

/// <summary>
/// <c>calls</c>: how many upstream calls, and how many bytes, each operation takes through the gateway and through a plain
/// DataLoader strategy. With <c>--check</c> the smoke for CI: one line instead of the table. Complaints end it with 1 either way.
/// </summary>
internal static class CallsCommand
{
    private const string Check = "--check";

    public static async Task<int> RunAsync(string[] options)
    {
        if (options is not ([] or [Check]))
        {
            Console.Error.WriteLine($"calls takes {Check} or nothing, not: {string.Join(' ', options)}");
            return 2;
        }

        await using var upstream = await WatchedUpstream.StartAsync();
        List<CallCount> counts = [];
        foreach (var operation in Operations.All(await upstream.LaunchIdsAsync(101)))
            counts.Add(await CountAsync(operation, upstream));

        Console.WriteLine(options is [Check] ? Line(counts) : CallTable.Of(counts));
        List<string> complaints = [.. counts.SelectMany(count => count.Complaints())];
        foreach (var complaint in complaints)
            Console.Error.WriteLine(complaint);
        return complaints.Count == 0 ? 0 : 1;
    }

    /// <summary>1. A gateway that remembers nothing. 2. The same again. 3. The plain strategy.</summary>
    private static async Task<CallCount> CountAsync(Operation operation, WatchedUpstream upstream)
    {
        await using var gateway = await RunningGateway.StartAsync(upstream.BaseAddress);

        // 1.
        var reported = await gateway.ReportAsync(operation.Query);
        var cold = await upstream.TakeAsync();
        // 2.
        await gateway.ReportAsync(operation.Query);
        var again = await upstream.TakeAsync();
        // 3.
        using var plain = new PlainStrategy(gateway.Schema, upstream.BaseAddress);
        await plain.RunAsync(operation.Query);
        return new CallCount(operation, cold, reported, again, await upstream.TakeAsync());
    }

    private static string Line(IReadOnlyList<CallCount> counts) =>
        $"calls: {counts.Count} operations, {CallTable.Sum(counts, count => count.Gateway).Calls} calls through the gateway, "
        + $"{CallTable.Sum(counts, count => count.Again).Calls} when asked again, {CallTable.Sum(counts, count => count.Plain).Calls} by the plain strategy";
}
