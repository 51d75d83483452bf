using System.Text;
using System.Text.RegularExpressions;

namespace FlightGraph.Upstream.Http;

/// <summary>The upstream's words when it wants fewer calls: "Expected available in N seconds."</summary>
internal static partial class ThrottledBody
{
    public static TimeSpan? Wait(byte[] body)
    {
        var match = Seconds().Match(Encoding.UTF8.GetString(body));
        return match.Success ? RetryAfter.OfSeconds(match.Groups[1].Value) : null;
    }

    [GeneratedRegex(@"available in ([0-9]+) second", RegexOptions.CultureInvariant)]
    private static partial Regex Seconds();
}
