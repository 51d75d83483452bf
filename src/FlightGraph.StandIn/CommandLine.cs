using System.Collections;
using System.Globalization;

namespace FlightGraph.StandIn;

/// <summary>Reads the options from the environment and, above it, from the command line.</summary>
internal static class CommandLine
{
    public const int DefaultPort = 5081;

    public const string Help = """
        The stand-in speaks the contract of Launch Library 2.3.0 over its own data.

          --port 5081              port on 127.0.0.1; 0 takes a free one
          --now 2026-07-26T12:00Z  the moment the data are told as of; or "clock": when the program starts
          --latency 200            milliseconds before each answer, or a range: 100-400
          --throttle 15            calls in a window, 429 above it; 0 is no limit, the default
          --throttle-window 3600   seconds after which a call no longer counts
          --unordered shuffle      lists without "ordering" come in another order on each call
          --seed 1                 where all that is drawn by lot starts from
          --fault KIND[,...]       something goes wrong; may be given several times
                                   KIND: status=503, html, truncate, wrong-json, hang, reset, drip, nulls, extra-fields
                                   and:  path=launches, rate=0.1, count=3 (only the first), seed=7, seconds=5 (of a drip)
          --help                   this table

        Each option can also be set in the environment: STANDIN_PORT, STANDIN_THROTTLE_WINDOW, STANDIN_FAULT (several by ';').
        """;

    /// <summary>The options; or null with the complaint if they cannot be read.</summary>
    public static StandInOptions? Parse(IReadOnlyList<string> args, IDictionary environment, out string? complaint)
    {
        var options = new StandInOptions { Port = DefaultPort };
        foreach (var (name, value) in FromEnvironment(environment).Concat(FromArguments(args)))
        {
            complaint = value is null ? $"{name} takes a value." : Set(options, name, value);
            if (complaint is not null)
                return null;
        }

        complaint = StandInOptionsRules.Broken(options);
        return complaint is null ? options : null;
    }

    private static IEnumerable<(string Name, string? Value)> FromEnvironment(IDictionary environment)
    {
        const string prefix = "STANDIN_";
        foreach (DictionaryEntry entry in environment)
        {
            if (entry is not { Key: string key, Value: string text } || !key.StartsWith(prefix, StringComparison.Ordinal))
                continue;

            var name = "--" + key[prefix.Length..].ToLowerInvariant().Replace('_', '-');
            foreach (var value in name == "--fault" ? text.Split(';') : [text])
                yield return (name, value);
        }
    }

    private static IEnumerable<(string Name, string? Value)> FromArguments(IReadOnlyList<string> args)
    {
        for (var i = 0; i < args.Count; i++)
        {
            var parts = args[i].Split('=', 2);
            yield return parts.Length == 2 ? (parts[0], parts[1]) : (args[i], i + 1 < args.Count ? args[++i] : null);
        }
    }

    private static string? Set(StandInOptions options, string name, string value)
    {
        switch (name)
        {
            case "--port" when TryNumber(value, out var port):
                options.Port = port;
                return null;
            case "--now":
                return SetNow(options, value);
            case "--latency":
                return SetLatency(options, value);
            case "--throttle" when TryNumber(value, out var calls):
                options.Throttle = calls;
                return null;
            case "--throttle-window" when TryNumber(value, out var seconds):
                options.ThrottleWindow = TimeSpan.FromSeconds(seconds);
                return null;
            case "--seed" when TryNumber(value, out var seed):
                options.Seed = seed;
                return null;
            case "--unordered" when value is "shuffle" or "stable":
                options.Shuffle = value == "shuffle";
                return null;
            case "--fault":
                options.Faults.Add(value);
                return null;
            case "--unordered":
                return $"--unordered takes 'shuffle' or 'stable', not '{value}'.";
            case "--port" or "--throttle" or "--throttle-window" or "--seed":
                return $"{name} takes a whole number, not '{value}'.";
            default:
                return $"There is no option '{name}'; --help lists them.";
        }
    }

    private static string? SetNow(StandInOptions options, string value)
    {
        if (value == "clock")
            options.Now = TimeProvider.System.GetUtcNow();
        else if (DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var now))
            options.Now = now;
        else
            return $"--now takes a time in UTC, such as 2026-07-26T12:00Z, or 'clock', not '{value}'.";
        return null;
    }

    private static string? SetLatency(StandInOptions options, string value)
    {
        var ends = value.Split('-');
        if (ends.Length > 2 || !TryNumber(ends[0], out var from) || !TryNumber(ends[^1], out var to))
            return $"--latency takes milliseconds, such as 200 or 100-400, not '{value}'.";

        options.Latency = TimeSpan.FromMilliseconds(from);
        options.LatencyUpTo = TimeSpan.FromMilliseconds(to);
        return null;
    }

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
