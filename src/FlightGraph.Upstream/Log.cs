using Microsoft.Extensions.Logging;

namespace FlightGraph.Upstream;

internal static partial class Log
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "Upstream {Resource}: {Outcome} in {Milliseconds:0} ms, attempts: {Attempts}")]
    public static partial void UpstreamCall(ILogger logger, string resource, string outcome, double milliseconds, int attempts);
}
