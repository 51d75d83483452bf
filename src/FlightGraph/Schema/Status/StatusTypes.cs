using System.Globalization;
using FlightGraph.Upstream.Budget;
using FlightGraph.Upstream.Http;
using FlightGraph.Upstream.Warming;

namespace FlightGraph.Schema.Status;

/// <summary>What clients can ask of the gateway itself. Neither the key nor the address by which the upstream knows us is among it.</summary>
internal static class StatusTypes
{
    public const string Root = "UpstreamStatus";

    public static IReadOnlyList<PlainEnum> Enums { get; } =
    [
        new("CircuitState", "Whether calls are let through to Launch Library 2.",
        [
            ("CLOSED", BreakerState.Closed, "Calls are made."),
            ("HALF_OPEN", BreakerState.HalfOpen, "After a pause one call is let through, to see."),
            ("OPEN", BreakerState.Open, "Several calls failed in a row; none is made for a while."),
        ]),
        new("WarmingIdleReason", "Why the gateway asks for nothing of its own accord.",
        [
            ("BUDGET_SPENT", WarmingIdleReason.BudgetSpent, "The calls left in the window are for clients."),
            ("NOTHING_DUE", WarmingIdleReason.NothingDue, "All that can be foreseen is fresh enough."),
            ("STARTING", WarmingIdleReason.Starting, "The gateway starts, or Launch Library 2 has not told its limit."),
            ("SWITCHED_OFF", WarmingIdleReason.SwitchedOff, "It is configured so, or nothing would be remembered."),
            ("UPSTREAM_FAILS", WarmingIdleReason.UpstreamFails, "Launch Library 2 failed a short while ago."),
        ]),
    ];

    public static IReadOnlyList<PlainType> Types { get; } =
    [
        new("RememberedCount", "How many objects of a type the gateway remembers.",
        [
            PlainField.Of<RememberedCount>("type", "String!", count => count.Type, "The type's name in this schema."),
            PlainField.Of<RememberedCount>("count", "Int!", count => count.Count, "Each object counted once, however many copies of it there are."),
        ]),
        new("CallQueueLength", "How many calls wait for their turn.",
        [
            PlainField.Of<BudgetState>("clients", "Int!", state => state.Queued[CallClass.Client], "Calls that a client waits for. They go first."),
            PlainField.Of<BudgetState>("refreshes", "Int!", state => state.Queued[CallClass.Refresh], "Calls for something stale that clients use."),
            PlainField.Of<BudgetState>("warming", "Int!", state => state.Queued[CallClass.Warming], "Calls for what clients may ask for."),
        ]),
        new("WarmingCall", "A call that the gateway made of its own accord.",
        [
            PlainField.Of<WarmingCall>("at", "DateTime!", call => Time(call.At), "When it ended, in UTC."),
            PlainField.Of<WarmingCall>("target", "String!", call => call.Target, "What it was for, in words, such as `edited launches`."),
            PlainField.Of<WarmingCall>("rows", "Int!", call => call.Rows, "How many rows or objects it brought."),
            PlainField.Of<WarmingCall>("moved", "Int", call => call.Moved, "How many of them were edited since the gateway read them, or are new; null where that was not the question."),
            PlainField.Of<WarmingCall>("bytes", "Long!", call => call.Bytes, "What it brought, decompressed."),
            PlainField.Of<WarmingCall>("hasFailed", "Boolean!", call => call.HasFailed, "Whether it brought nothing."),
        ]),
        new("WarmingCount", "How many calls went to one purpose.",
        [
            PlainField.Of<KeyValuePair<string, int>>("target", "String!", count => count.Key, "What they were for, in words."),
            PlainField.Of<KeyValuePair<string, int>>("calls", "Int!", count => count.Value, "How many since the gateway started, failed ones included."),
        ]),
        new("Warming", "What the gateway asks for of its own accord while clients leave budget unused.",
        [
            PlainField.Of<WarmingStatus>("enabled", "Boolean!", warming => warming.IsEnabled, "Whether it does so at all."),
            PlainField.Of<WarmingStatus>("calls", "Int!", warming => warming.Targets.Sum(target => target.Value), "Calls made since the gateway started, failed ones included."),
            PlainField.Of<WarmingStatus>("targets", "[WarmingCount!]!", warming => warming.Targets, "What they were for, most numerous first."),
            PlainField.Of<WarmingStatus>("lastCall", "WarmingCall", warming => warming.LastCall, "The last of them; null before the first."),
            PlainField.Of<WarmingStatus>("idleBecause", "WarmingIdleReason", warming => warming.IdleBecause, "Why it makes no call; null while it makes them, with pauses."),
            PlainField.Of<WarmingStatus>("nextDue", "DateTime", warming => Time(warming.NextDue), "When something is due, in UTC; null where it does not wait for that."),
        ]),
        new(Root, "How the gateway stands with Launch Library 2.",
        [
            PlainField.Of<UpstreamStatus>("limit", "Int!", status => status.Budget.Limit, "Calls allowed in a window: as configured, else as Launch Library 2 says, and 15 until it has."),
            PlainField.Of<UpstreamStatus>("window", "Int!", status => Seconds(status.Budget.Window), "The window's length in seconds. It slides: a call counts for so long."),
            PlainField.Of<UpstreamStatus>("used", "Int!", status => status.Budget.Used, "Calls that count now, those of others under the same key or address included."),
            PlainField.Of<UpstreamStatus>("remaining", "Int!", status => status.Budget.Remaining, "Calls left now. Some may be kept for launch hours."),
            PlainField.Of<UpstreamStatus>("nextCallIn", "Int!", status => Seconds(status.Budget.NextCallIn), "Seconds until a client's call can be made; 0 when it can be made now."),
            PlainField.Of<UpstreamStatus>("isShared", "Boolean!", status => status.Budget.IsShared, "Whether these figures are those of all replicas."),
            PlainField.Of<UpstreamStatus>("isLimitLearned", "Boolean!", status => status.Budget.IsLimitLearned, "Whether Launch Library 2 has told its limit."),
            PlainField.Of<UpstreamStatus>("isLaunchAwaited", "Boolean!", status => status.Budget.IsLaunchAwaited, "Whether calls are kept for a launch that comes."),
            PlainField.Of<UpstreamStatus>("queue", "CallQueueLength!", status => status.Budget, "Calls that wait."),
            PlainField.Of<UpstreamStatus>("breaker", "CircuitState!", status => status.Breaker, "Whether calls are let through."),
            PlainField.Of<UpstreamStatus>("probeIn", "Int!", status => Seconds(status.UntilProbe), "Seconds until an open breaker lets a call through; 0 when it is not open."),
            PlainField.Of<UpstreamStatus>("lastGoodCall", "DateTime", status => Time(status.LastGoodCall), "When a call last went well, in UTC; null before the first since the gateway started."),
            PlainField.Of<UpstreamStatus>("remembered", "[RememberedCount!]!", status => status.Remembered, "What the gateway remembers, most numerous first."),
            PlainField.Of<UpstreamStatus>("memory", "Long!", status => status.Memory, "Bytes that it takes, as estimated."),
            PlainField.Of<UpstreamStatus>("refreshesWaiting", "Int!", status => status.RefreshesWaiting, "How much that clients use is stale and waits for the budget."),
            PlainField.Of<UpstreamStatus>("warming", "Warming!", status => status.Warming, "What it asks for of its own accord."),
        ]),
    ];

    private static string? Time(DateTimeOffset? moment) => moment?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A wait is told in whole seconds, and none of them too few.</summary>
    private static int Seconds(TimeSpan time) => (int)Math.Min(int.MaxValue, Math.Ceiling(time.TotalSeconds));
}
