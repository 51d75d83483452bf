using System.Globalization;

namespace FlightGraph.StandIn.Http.Faults;

/// <summary>Wants fewer calls, and says for how long in one of the ways that servers and proxies have.</summary>
internal static class ThrottledReply
{
    /// <summary>What is said where the fault names no number.</summary>
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(120);

    /// <summary>The ways other than a number of seconds in the header.</summary>
    public static IReadOnlyList<string> Words { get; } = ["date", "garbage", "none", "body"];

    /// <param name="retryAfter">A number of seconds or one of <see cref="Words"/>.</param>
    /// <param name="now">Where a date starts from.</param>
    public static Task SendAsync(HttpContext context, string retryAfter, DateTimeOffset now)
    {
        var header = retryAfter switch
        {
            "date" => (now + Wait).ToString("R", CultureInfo.InvariantCulture),
            "garbage" => "soon",
            "none" or "body" => null,
            _ => retryAfter,
        };
        if (header is not null)
            context.Response.Headers.RetryAfter = header;
        // One place alone tells the wait, so that it shows whether the caller looks there.
        var told = retryAfter == "body" ? $" Expected available in {Wait.TotalSeconds} seconds." : "";
        return Reply.DetailAsync(context, StatusCodes.Status429TooManyRequests, $"Request was throttled.{told}");
    }
}
