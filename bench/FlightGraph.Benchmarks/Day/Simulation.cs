using System.Diagnostics;
using FlightGraph.DataLoaders;
using FlightGraph.Upstream.Budget;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FlightGraph.Benchmarks.Day;

/// <summary>
/// Runs a plan: one fake clock for gateway and upstream, moved by hand. What happens between two of its moments happens in
/// real time, on the threads of the machine.
/// </summary>
internal sealed class Simulation(DayPlan plan)
{
    /// <summary>Small beside all that the gateway waits for.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(2);

    /// <summary>Real time without any progress after which a query is taken to wait for the clock.</summary>
    private static readonly TimeSpan Stall = TimeSpan.FromMilliseconds(40);

    /// <summary>The longest real time that work between two moments is waited for.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly List<Task<Outcome>> open = [];
    private readonly List<Outcome> outcomes = [];

    public async Task<DayResult> RunAsync()
    {
        var visitors = new Visitors(plan, await Catalogue.ReadAsync(plan));
        var clock = new FakeTimeProvider(plan.Start);
        await using var upstream = await SwitchableUpstream.StartAsync(clock);
        await using var gateway = await RunningGateway.StartAsync(upstream.BaseAddress, clock);
        using var clients = new SiteClients(gateway.BaseAddress, clock);
        var pause = new Pause(upstream, gateway.Services.GetRequiredService<CallBudget>(), gateway.Services.GetRequiredService<RefreshQueue>());

        var watch = Stopwatch.StartNew();
        using var arrivals = visitors.Arrivals().GetEnumerator();
        var hasNext = arrivals.MoveNext();
        while (clock.GetUtcNow() < plan.End || hasNext || open.Count > 0)
        {
            // 1. Time goes on, and what waited for it runs.
            clock.Advance(Step);
            upstream.IsDown = plan.IsOutage(clock.GetUtcNow());
            await pause.UntilQuietAsync(LongestPause);

            // 2. Those ask who came since.
            List<Task<Outcome>> asked = [];
            for (; hasNext && arrivals.Current <= clock.GetUtcNow(); hasNext = arrivals.MoveNext())
            {
                var (question, address) = visitors.Next(arrivals.Current);
                asked.Add(clients.AskAsync(question, address, visitors.Learn));
            }

            // 3. They are answered, or wait for the clock.
            await pause.UntilAnsweredAsync(asked, Stall, LongestPause);
            open.AddRange(asked);
            foreach (var answered in open.Where(query => query.IsCompleted).ToList())
            {
                outcomes.Add(await answered);
                open.Remove(answered);
            }
        }

        return new DayResult(plan, outcomes, [.. upstream.Calls], visitors.Firsts, watch.Elapsed);
    }
}
