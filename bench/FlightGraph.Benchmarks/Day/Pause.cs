using System.Diagnostics;
using FlightGraph.DataLoaders;
using FlightGraph.Upstream.Budget;

namespace FlightGraph.Benchmarks.Day;

/// <summary>Waits, in real time, until nothing happens any more unless the clock moves.</summary>
internal sealed class Pause(SwitchableUpstream upstream, CallBudget budget, RefreshQueue refreshes)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(1);

    /// <summary>Until no call is under way, and none comes although there would be room for one.</summary>
    public async Task UntilQuietAsync(TimeSpan most)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < most)
        {
            var seen = upstream.Seen;
            if (!IsBusy && !await MayGoOnAsync())
                return;
            await Task.Delay(Look);
            if (!IsBusy && seen == upstream.Seen)
                return;
        }
    }

    /// <summary>Until all are answered, or those that are not wait for the clock.</summary>
    public async Task UntilAnsweredAsync(IReadOnlyList<Task> queries, TimeSpan stall, TimeSpan most)
    {
        if (queries.Count == 0)
            return;
        var all = Task.WhenAll(queries);
        var watch = Stopwatch.StartNew();
        while (!all.IsCompleted && watch.Elapsed < most)
        {
            var (seen, answered) = (upstream.Seen, queries.Count(query => query.IsCompleted));
            await Task.WhenAny(all, Task.Delay(stall));
            if (!IsBusy && seen == upstream.Seen && answered == queries.Count(query => query.IsCompleted))
                return;
        }
    }

    private bool IsBusy => upstream.UnderWay > 0 || budget.State.CallsUnderWay > 0;

    /// <summary>Whether something in the background wants a call and could make one.</summary>
    private async Task<bool> MayGoOnAsync()
    {
        if (refreshes.Count == 0)
            return false;
        using var now = new CancellationTokenSource();
        var free = budget.WaitUntilFreeAsync(CallClass.Refresh, now.Token);
        if (free.IsCompleted)
            return await free;
        await now.CancelAsync();
        return false;
    }
}
