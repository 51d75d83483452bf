using Microsoft.Extensions.Logging;

namespace FlightGraph.Upstream;

internal static partial class Log
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "Upstream {Resource}: {Outcome} in {Milliseconds:0} ms, attempts: {Attempts}")]
    public static partial void UpstreamCall(ILogger logger, string resource, string outcome, double milliseconds, int attempts);

    /// <summary>Not told to everybody: who asks again and again must not fill the log.</summary>
    [LoggerMessage(EventId = 2, Level = LogLevel.Debug, Message = "Upstream {Resource}: no call, {Outcome}")]
    public static partial void NoCall(ILogger logger, string resource, string outcome);
}
