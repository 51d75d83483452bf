using CsCheck;
using FlightGraph.Upstream.Budget;
using Xunit.Abstractions;

namespace FlightGraph.Tests.Budget;

/// <summary>Random histories of a budget, none of which may spend more than the limit in any window.</summary>
public sealed class BudgetPropertyTests(ITestOutputHelper output)
{
    private const int StepsInHistory = 100;

    private static readonly Gen<CallClass> Class = Gen.Int[0, 2].Select(number => (CallClass)number);

    /// <summary>Often whole minutes, so that ends of windows are hit exactly.</summary>
    private static readonly Gen<TimeSpan> Time = Gen.Frequency(
        (3, Gen.Int[0, 60].Select(minutes => TimeSpan.FromMinutes(minutes))),
        (2, Gen.Int[0, 3_600_000].Select(milliseconds => TimeSpan.FromMilliseconds(milliseconds))),
        (1, Gen.Long[0, TimeSpan.TicksPerHour].Select(ticks => TimeSpan.FromTicks(ticks))));

    /// <summary>Hits the end of a window, or falls short of it by as little as there is.</summary>
    private static readonly Gen<TimeSpan> Before = Gen.Int[0, 3].Select(number => ((TimeSpan[])[TimeSpan.Zero, TimeSpan.FromTicks(1), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(15)])[number]);

    /// <summary>Mostly a short while, after which what was spent counts still.</summary>
    private static readonly Gen<TimeSpan> Down = Gen.Frequency((3, Gen.Int[0, 300].Select(seconds => TimeSpan.FromSeconds(seconds))), (1, Time));

    private static readonly Gen<TimeSpan> JumpTime = Gen.Int[-300, 300].Select(minutes => TimeSpan.FromMinutes(minutes));

    private static readonly Gen<Func<BudgetWorld, Task>> Step = Gen.Frequency(
        (24, Gen.Select(Class, Gen.Int[0, 4], Time).Select<(CallClass Class, int Client, TimeSpan Patience), Func<BudgetWorld, Task>>(
            order => world => Do(() => world.Order(order.Class, order.Client, order.Patience)))),
        (12, Gen.Int[1, 3].Select<int, Func<BudgetWorld, Task>>(count => world => Do(() => world.EndCalls(count)))),
        (6, Gen.Int[0, 4].Select<int, Func<BudgetWorld, Task>>(client => world => Do(() => world.Burst(client)))),
        (6, Before.Select<TimeSpan, Func<BudgetWorld, Task>>(before => world => Do(() => world.AdvanceToEdge(before)))),
        (6, Time.Select<TimeSpan, Func<BudgetWorld, Task>>(time => world => Do(() => world.Advance(time)))),
        (4, Gen.Select(Class, Gen.Int[0, 4]).Select<(CallClass Class, int Client), Func<BudgetWorld, Task>>(retry => world => Do(() => world.Retry(retry.Class, retry.Client)))),
        (3, Gen.Select(Gen.Int[0, 50], Class, Gen.Int[0, 4], Time).Select<(int Number, CallClass Class, int Client, TimeSpan Patience), Func<BudgetWorld, Task>>(
            order => world => Do(() => world.Promote(order.Number, order.Class, order.Client, order.Patience)))),
        (3, Gen.Int[0, 50].Select<int, Func<BudgetWorld, Task>>(number => world => Do(() => world.Cancel(number)))),
        (5, JumpTime.Select<TimeSpan, Func<BudgetWorld, Task>>(time => world => Do(() => world.Jump(time)))),
        (1, Gen.Int[1, 200].Select<int, Func<BudgetWorld, Task>>(seconds => world => Do(() => world.Block(TimeSpan.FromSeconds(seconds))))),
        (1, Limit().Select<int, Func<BudgetWorld, Task>>(limit => world => Do(() => world.Learn(limit)))),
        (5, Gen.Select(Gen.Bool, Down, Gen.Bool, JumpTime).Select<(bool IsCrash, TimeSpan Down, bool IsSet, TimeSpan Jump), Func<BudgetWorld, Task>>(
            restart => world => world.RestartAsync(restart.IsCrash, restart.Down, restart.IsSet ? restart.Jump : TimeSpan.Zero))));

    [Fact]
    public async Task No_Window_Of_Any_History_Has_More_Calls_Than_The_Limit()
    {
        var granted = 0;
        await Gen.Select(Limit(), Step.Array[StepsInHistory]).SampleAsync(
            async (limit, steps) =>
            {
                using var world = new BudgetWorld(limit);
                foreach (var step in steps)
                    await step(world);
                Interlocked.Add(ref granted, world.Granted);
            },
            iter: 50,
            threads: 2);

        output.WriteLine($"{granted} calls granted.");
        Assert.True(granted > 500);
    }

    private static Gen<int> Limit() => Gen.Int[0, 7].Select(number => ((int[])[1, 2, 3, 15, 15, 15, 40, 2500])[number]);

    private static Task Do(Action step)
    {
        step();
        return Task.CompletedTask;
    }
}
