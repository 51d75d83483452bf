using FlightGraph.Upstream.Archive;
using Microsoft.Extensions.Options;

namespace FlightGraph.Upstream.Warming;

/// <summary>What warming has done since the gateway started, and what it waits for.</summary>
public sealed class WarmingReport(IOptions<WarmingOptions> options, IOptions<CacheOptions> cache)
{
    /// <summary>How many calls are told of one by one.</summary>
    private const int MaxCalls = 50;

    private readonly Lock guard = new();
    private readonly Queue<WarmingCall> calls = new();
    private readonly Dictionary<string, int> callsByTarget = new(StringComparer.Ordinal);
    private WarmingIdleReason? idleBecause = IsOn(options.Value, cache.Value) ? WarmingIdleReason.Starting : WarmingIdleReason.SwitchedOff;
    private DateTimeOffset? nextDue;

    /// <summary>False where it is switched off, or nothing would be remembered.</summary>
    public bool IsEnabled { get; } = IsOn(options.Value, cache.Value);

    /// <summary>The last ones, the newest first.</summary>
    public IReadOnlyList<WarmingCall> Calls
    {
        get
        {
            lock (guard)
                return [.. calls.Reverse()];
        }
    }

    /// <summary>How many calls each row of the plan took, those that failed included.</summary>
    public IReadOnlyDictionary<string, int> CallsByTarget
    {
        get
        {
            lock (guard)
                return callsByTarget.ToDictionary();
        }
    }

    /// <summary>Null while calls are made, with pauses.</summary>
    public WarmingIdleReason? IdleBecause
    {
        get
        {
            lock (guard)
                return idleBecause;
        }
    }

    /// <summary>When something is due next; null where that is not what it waits for.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            lock (guard)
                return nextDue;
        }
    }

    internal void Note(WarmingCall call)
    {
        lock (guard)
        {
            calls.Enqueue(call);
            if (calls.Count > MaxCalls)
                calls.Dequeue();
            callsByTarget[call.Target] = callsByTarget.GetValueOrDefault(call.Target) + 1;
        }
    }

    internal void NoteIdle(WarmingIdleReason? because, DateTimeOffset? next = null)
    {
        lock (guard)
            (idleBecause, nextDue) = (because, next);
    }

    private static bool IsOn(WarmingOptions options, CacheOptions cache) => options.Enabled && cache.MaxMemory > 0;
}
