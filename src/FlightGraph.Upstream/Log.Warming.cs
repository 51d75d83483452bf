using Microsoft.Extensions.Logging;

namespace FlightGraph.Upstream;

internal static partial class Log
{
    [LoggerMessage(EventId = 60, Level = LogLevel.Information, Message = "Warming {Target}: {Outcome}, rows: {Rows}, moved: {Moved}, bytes: {Bytes}")]
    public static partial void Warmed(ILogger logger, string target, string outcome, int rows, int? moved, long bytes);

    [LoggerMessage(EventId = 61, Level = LogLevel.Error, Message = "Warming met a fault of the gateway itself")]
    public static partial void WarmingFailed(ILogger logger, Exception error);
}
