using System.Collections;
using System.Globalization;

namespace FlightGraph.StandIn;

/// <summary>Reads the options from the environment and, above it, from the command line.</summary>
internal static class CommandLine
{
    public const int DefaultPort = 5081;

    public const string Help = """
        An upstream for offline work: the REST contract of Launch Library 2.3.0 over data of its own.

        Usage: dotnet run --project src/FlightGraph.StandIn -- [OPTION VALUE]...

        Where and when
          --port 5081              port on 127.0.0.1; 0 takes a free one; 5081 is the default
          --now 2026-07-24T12:00Z  the moment the data are told as of, in UTC, or a day, or 'clock': when the program starts;
                                   the default is the data's own last day
          --outcomes hold          a launch flies when its time has come, whatever the data know of it; 'known' is the default

        Slowness and limits
          --latency 200            milliseconds before each answer, or a range: 100-400; none is the default
          --throttle 15            calls in a window, 429 above it; 0, the default, is no limit
          --throttle-window 3600   seconds after which a call no longer counts; 3600 is the default

        Quirks and faults
          --unordered shuffle      lists without "ordering" come in another order on each call; 'stable' is the default
          --shift 3                after every third list of launches a new launch turns up in front, so that pages shift
          --fault KIND[,...]       something goes wrong; may be given several times
                                   KIND: status=503, throttled, redirect, html, truncate, wrong-json, hang, reset,
                                         reset-half, drip, oversized, bomb, nulls, extra-fields
                                   and:  path=launches, rate=0.1, count=3 (only the first), seed=7
                                   drip:             seconds=5
                                   throttled:        retry-after=120 (header), date (header, 120 seconds from now),
                                                     garbage (header), body (its text alone, 120 seconds), none
                                   oversized, bomb:  size=64, in MiB; a bomb is that large when decompressed
                                   redirect:         to=http://169.254.169.254/
                                   A name that does not resolve and a port that refuses are addresses, not faults of a
                                   server: point the caller to http://nobody.invalid/ or http://127.0.0.1:1/
          --seed 1                 where all that is drawn by lot starts from; 1 is the default

          --help                   this text

        Each option can also be set in the environment: STANDIN_PORT, STANDIN_THROTTLE_WINDOW, STANDIN_FAULT (several by ';').

        Examples
          --throttle 15 --latency 100-400                LL2 as it meets a caller without a key
          --fault status=503,rate=0.1 --fault drip       every tenth call fails, the others come in pieces
        """;

    private static readonly string[] TimeFormats = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK"];

    public static bool AsksForHelp(IReadOnlyList<string> args) => args.Any(arg => arg is "--help" or "-h" or "-?");

    /// <summary>The options; or null with the complaint if they cannot be read.</summary>
    public static StandInOptions? Parse(IReadOnlyList<string> args, IDictionary environment, out string? complaint)
    {
        var options = new StandInOptions { Port = DefaultPort };
        foreach (var setting in FromEnvironment(environment).Concat(FromArguments(args)))
        {
            complaint = Set(options, setting);
            if (complaint is not null)
                return null;
        }

        complaint = StandInOptionsRules.Broken(options);
        return complaint is null ? options : null;
    }

    private static IEnumerable<Setting> FromEnvironment(IDictionary environment)
    {
        const string prefix = "STANDIN_";
        foreach (DictionaryEntry entry in environment)
        {
            if (entry is not { Key: string key, Value: string text } || !key.StartsWith(prefix, StringComparison.Ordinal))
                continue;

            var option = "--" + key[prefix.Length..].ToLowerInvariant().Replace('_', '-');
            foreach (var value in option == "--fault" ? text.Split(';') : [text])
                yield return new Setting(option, value, key);
        }
    }

    private static IEnumerable<Setting> FromArguments(IReadOnlyList<string> args)
    {
        for (var i = 0; i < args.Count; i++)
        {
            var parts = args[i].Split('=', 2);
            if (parts.Length == 2)
                yield return new Setting(parts[0], parts[1], parts[0]);
            else if (i + 1 < args.Count && !args[i + 1].StartsWith("--", StringComparison.Ordinal))
                yield return new Setting(args[i], args[++i], args[i - 1]);
            else
                yield return new Setting(args[i], null, args[i]);
        }
    }

    private static string? Set(StandInOptions options, Setting setting) => setting.Option switch
    {
        "--port" => SetNumber(setting, port => options.Port = port),
        "--now" => SetNow(options, setting),
        "--latency" => SetLatency(options, setting),
        "--throttle" => SetNumber(setting, calls => options.Throttle = calls),
        "--throttle-window" => SetNumber(setting, seconds => options.ThrottleWindow = TimeSpan.FromSeconds(seconds)),
        "--outcomes" => SetOutcomes(options, setting),
        "--unordered" => SetShuffle(options, setting),
        "--shift" => SetNumber(setting, lists => options.Shift = lists),
        "--fault" => SetFault(options, setting),
        "--seed" => SetNumber(setting, seed => options.Seed = seed),
        _ => $"There is no option '{setting.Source}'; --help lists them.",
    };

    private static string? SetNumber(Setting setting, Action<int> set)
    {
        if (!TryNumber(setting.Value, out var number))
            return setting.Complaint("a whole number, 0 or more");

        set(number);
        return null;
    }

    private static string? SetNow(StandInOptions options, Setting setting)
    {
        const DateTimeStyles utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (setting.Value == "clock")
            options.Now = TimeProvider.System.GetUtcNow();
        else if (DateTimeOffset.TryParseExact(setting.Value, TimeFormats, CultureInfo.InvariantCulture, utc, out var now))
            options.Now = now;
        else
            return setting.Complaint("a time in UTC, such as 2026-07-24T12:00Z, a day or 'clock'");
        return null;
    }

    private static string? SetLatency(StandInOptions options, Setting setting)
    {
        var ends = setting.Value?.Split('-') ?? [];
        if (ends.Length is 0 or > 2 || !TryNumber(ends[0], out var from) || !TryNumber(ends[^1], out var to))
            return setting.Complaint("milliseconds, such as 200 or 100-400");

        options.Latency = TimeSpan.FromMilliseconds(from);
        options.LatencyUpTo = TimeSpan.FromMilliseconds(to);
        return null;
    }

    private static string? SetOutcomes(StandInOptions options, Setting setting)
    {
        if (setting.Value is not ("hold" or "known"))
            return setting.Complaint("'hold' or 'known'");

        options.HoldOutcomes = setting.Value == "hold";
        return null;
    }

    private static string? SetShuffle(StandInOptions options, Setting setting)
    {
        if (setting.Value is not ("shuffle" or "stable"))
            return setting.Complaint("'shuffle' or 'stable'");

        options.Shuffle = setting.Value == "shuffle";
        return null;
    }

    /// <summary>What the fault must be like is told by <see cref="StandInOptionsRules"/>.</summary>
    private static string? SetFault(StandInOptions options, Setting setting)
    {
        if (setting.Value is not { } fault)
            return setting.Complaint("a kind of fault, such as status=503 or html,rate=0.1");

        options.Faults.Add(fault);
        return null;
    }

    private static bool TryNumber(string? text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    /// <param name="Value">Null if none was given.</param>
    /// <param name="Source">The option as it was written, for messages: that of the environment has another name there.</param>
    private sealed record Setting(string Option, string? Value, string Source)
    {
        public string Complaint(string expected) =>
            Value is null ? $"{Source} takes {expected}." : $"{Source} takes {expected}, not '{Value}'.";
    }
}
