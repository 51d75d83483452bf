namespace FlightGraph.Hosting;

internal static partial class Log
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "A request met a fault of the gateway itself")]
    public static partial void UnhandledException(ILogger logger, Exception exception);
}
