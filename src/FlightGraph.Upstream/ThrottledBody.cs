using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace FlightGraph.Upstream;

/// <summary>The upstream's words when it wants fewer calls: "Expected available in N seconds."</summary>
internal static partial class ThrottledBody
{
    public static TimeSpan? Wait(byte[] body)
    {
        var match = Seconds().Match(Encoding.UTF8.GetString(body));
        return match.Success && int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null;
    }

    [GeneratedRegex(@"available in (\d+) second", RegexOptions.CultureInvariant)]
    private static partial Regex Seconds();
}
