using CsCheck;
using FlightGraph.Upstream.Freshness;
using Xunit.Abstractions;

namespace FlightGraph.Tests.Freshness;

/// <summary>
/// Random histories of the store: no answer is older than allowed, none mixes two versions, none that was known is lost, memory
/// stays within its bound, and nothing grows younger but by the upstream's word.
/// </summary>
public sealed class StorePropertyTests(ITestOutputHelper output)
{
    private const int StepsInHistory = 80;

    private static readonly Gen<int> Launch = Gen.Int[0, StoreWorld.Launches - 1];

    private static readonly Gen<TimeSpan> Time = Gen.Frequency(
        (4, Gen.Int[1, 300].Select(seconds => TimeSpan.FromSeconds(seconds))),
        (4, Gen.Int[1, 90].Select(minutes => TimeSpan.FromMinutes(minutes))),
        // The ends of lives, and just before.
        (2, Gen.Int[0, 4].Select(number => TimeSpan.FromSeconds(((int[])[1800, 3600, 300, 1799, 3599])[number]))),
        (1, Gen.Int[1, 100].Select(hours => TimeSpan.FromHours(hours))));

    private static readonly Gen<TimeSpan?> Maybe = Gen.Frequency((2, Gen.Const((TimeSpan?)null)), (1, Time.Select(time => (TimeSpan?)time)), (1, Gen.Const((TimeSpan?)TimeSpan.Zero)));

    /// <summary>Half of those who ask take anything.</summary>
    private static readonly Gen<Tolerance> Client = Gen.Frequency(
        (1, Gen.Const(Tolerance.Any)),
        (1, Gen.Select(Maybe, Gen.Frequency((3, Maybe), (1, Gen.Const((TimeSpan?)TimeSpan.MaxValue))), Maybe, Maybe)
            .Select((maxAge, maxStale, minFresh, staleIfError) => new Tolerance { MaxAge = maxAge, MaxStale = maxStale, MinFresh = minFresh, StaleIfError = staleIfError })));

    private static readonly Gen<Step> AnyStep = Gen.Frequency(
        (8, Launch.Select(launch => new Step($"read launch {launch}", world => world.ReadLaunch(launch)))),
        (8, Gen.Int[0, StoreWorld.Flights - 1].Select(flight => new Step($"read flight {flight}", world => world.ReadFlight(flight)))),
        (8, Gen.Select(Gen.Int[0, 2], Gen.Int[1, 4]).Select((mode, limit) => new Step($"read page {mode}, {limit} rows", world => world.ReadPage(mode, limit)))),
        (6, Gen.Select(Gen.Bool, Gen.Int[0, 2], Time).Select((ofFlight, number, ago) =>
            new Step($"replica read {(ofFlight ? "flight" : "launch")} {number} {ago} ago", world => world.HearOfReplica(ofFlight, number, ago)))),
        (10, Time.Select(time => new Step($"advance {time}", world => world.Advance(time)))),
        (8, Launch.Select(launch => new Step($"edit {launch}", world => world.Edit(launch)))),
        (2, Launch.Select(launch => new Step($"delete or restore {launch}", world => world.DeleteOrRestore(launch)))),
        (4, Time.Select(ago => new Step($"confirm since {ago} ago", world => world.Confirm(ago)))),
        (3, Launch.Select(launch => new Step($"look for {launch}", world => world.Look(launch)))),
        (2, Gen.Const(new Step("restart", world => world.Restart()))),
        (25, Gen.Select(Launch, Gen.Int[0, StoreWorld.NeedCount - 1], Client).Select((launch, need, client) =>
            new Step($"ask for {launch}, need {need}, {Words(client)}", world => world.Ask(launch, need, client)))),
        (12, Gen.Select(Gen.Int[0, 2], Gen.Int[1, 4], Client).Select((mode, limit, client) =>
            new Step($"ask for page {mode}, {limit} rows, {Words(client)}", world => world.AskPage(mode, limit, client)))));

    private static readonly Gen<TimeSpan> Skew = Gen.Int[-50, 50].Select(seconds => TimeSpan.FromSeconds(seconds));

    [Fact]
    public void Whatever_Was_Known_Is_Found_As_Old_As_It_Is() => Try(Gen.Const(1L << 30), forgets: false, histories: 4000);

    [Fact]
    public void Small_Memory_Forgets_And_Never_Lies() => Try(Gen.Long[1_000, 20_000], forgets: true, histories: 4000);

    private void Try(Gen<long> maxMemory, bool forgets, int histories)
    {
        var steps = 0;
        Gen.Select(maxMemory, Skew, AnyStep.Array[1, StepsInHistory]).Sample(
            (memory, skew, history) =>
            {
                var world = new StoreWorld(memory, forgets, skew);
                List<Step> done = [];
                try
                {
                    foreach (var step in history)
                    {
                        done.Add(step);
                        step.Act(world);
                        world.AssertSound();
                    }
                }
                catch (Exception error)
                {
                    throw new InvalidOperationException($"{error.Message}\nThe upstream's clock goes ahead by {skew}; {memory} bytes.\n{string.Join('\n', done)}", error);
                }

                Interlocked.Add(ref steps, history.Length);
            },
            iter: histories,
            threads: 2);
        output.WriteLine($"{steps} steps.");
    }

    private static string Words(Tolerance client) => client == Tolerance.Any ? "of any age"
        : $"max-age {client.MaxAge}, max-stale {client.MaxStale}, min-fresh {client.MinFresh}, stale-if-error {client.StaleIfError}";

    private sealed record Step(string Text, Action<StoreWorld> Act)
    {
        public override string ToString() => Text;
    }
}
