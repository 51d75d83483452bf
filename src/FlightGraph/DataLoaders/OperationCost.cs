using FlightGraph.Upstream;
using FlightGraph.Upstream.Planning;

namespace FlightGraph.DataLoaders;

/// <summary>What one operation plans and makes in calls.</summary>
internal sealed class OperationCost
{
    private readonly Lock guard = new();
    private readonly List<RootStep> steps = [];
    private readonly List<CallReport> calls = [];
    private readonly Dictionary<(string Resource, string Purpose), int> remembered = [];

    /// <summary>What the fields at the top ask for, in the order in which they were resolved.</summary>
    public IReadOnlyList<RootStep> Steps
    {
        get
        {
            lock (guard)
                return [.. steps];
        }
    }

    /// <summary>Calls in the order in which they ended, then what was remembered.</summary>
    public IReadOnlyList<CallReport> Calls
    {
        get
        {
            lock (guard)
            {
                return
                [
                    .. calls,
                    .. remembered.Select(pair => new CallReport(pair.Key.Resource, null, [pair.Key.Purpose], pair.Value, CallOrigin.Remembered, 0, TimeSpan.Zero)),
                ];
            }
        }
    }

    public void Plan(RootStep step)
    {
        lock (guard)
            steps.Add(step);
    }

    public void Add(string resource, string? mode, IEnumerable<string> purposes, int keys, CallFacts? facts)
    {
        var report = new CallReport(
            resource, mode, [.. purposes.Distinct(StringComparer.Ordinal)], keys,
            facts is null ? CallOrigin.Remembered : facts.IsShared ? CallOrigin.Shared : CallOrigin.Fetched, facts?.Bytes ?? 0, facts?.Elapsed ?? TimeSpan.Zero);
        lock (guard)
            calls.Add(report);
    }

    public void AddRemembered(string resource, string purpose)
    {
        lock (guard)
            remembered[(resource, purpose)] = remembered.GetValueOrDefault((resource, purpose)) + 1;
    }
}
