namespace FlightGraph.Upstream.Budget;

/// <summary>The launches that the gateway has seen, as far as they tell when clients will ask the most.</summary>
public sealed class LaunchCalendar(TimeProvider clock)
{
    private const int MaxLaunches = 1000;

    /// <summary>A launch hour begins so long before the launch and ends so long after it.</summary>
    private static readonly TimeSpan Around = TimeSpan.FromHours(1);

    private readonly Lock guard = new();
    private readonly Dictionary<string, DateTimeOffset> launches = new(StringComparer.Ordinal);

    /// <param name="launchId">The upstream's id.</param>
    /// <param name="net">The time before which it does not start.</param>
    /// <param name="isFinal">Whether it is over, well or badly.</param>
    public void Note(string launchId, DateTimeOffset net, bool isFinal)
    {
        lock (guard)
        {
            if (isFinal)
            {
                launches.Remove(launchId);
                return;
            }

            launches[launchId] = net;
            // Those farthest from now matter least: they will be seen again before they do, or never matter again.
            if (launches.Count > MaxLaunches)
                launches.Remove(launches.MaxBy(launch => (launch.Value - clock.GetUtcNow()).Duration()).Key);
        }
    }

    /// <summary>Whether a known launch that is not over is at most an hour away, on either side.</summary>
    public bool IsLaunchHour(DateTimeOffset now)
    {
        lock (guard)
        {
            foreach (var net in launches.Values)
            {
                if ((net - now).Duration() <= Around)
                    return true;
            }

            return false;
        }
    }

    /// <summary>Whether a launch hour begins within the time that follows.</summary>
    public bool IsLaunchHourWithin(DateTimeOffset now, TimeSpan window) => NextLaunchHourIn(now) <= window;

    /// <summary>How long until the next launch hour begins, not counting one that has begun.</summary>
    internal TimeSpan? NextLaunchHourIn(DateTimeOffset now)
    {
        lock (guard)
        {
            TimeSpan? first = null;
            foreach (var net in launches.Values)
            {
                var begin = net - now - Around;
                if (begin > TimeSpan.Zero && !(begin >= first))
                    first = begin;
            }

            return first;
        }
    }
}
