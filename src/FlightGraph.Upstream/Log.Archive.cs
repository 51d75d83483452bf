using Microsoft.Extensions.Logging;

namespace FlightGraph.Upstream;

internal static partial class Log
{
    [LoggerMessage(EventId = 20, Level = LogLevel.Warning, Message = "Answers are not kept in {Place} for now: {Reason}")]
    public static partial void ArchiveFails(ILogger logger, string place, string reason);

    [LoggerMessage(EventId = 21, Level = LogLevel.Information, Message = "Answers are kept in {Place} again")]
    public static partial void ArchiveWorksAgain(ILogger logger, string place);

    [LoggerMessage(EventId = 22, Level = LogLevel.Warning, Message = "Answers are not kept in {Place} until the next start: {Reason}")]
    public static partial void ArchiveGivenUp(ILogger logger, string place, string reason);

    [LoggerMessage(EventId = 23, Level = LogLevel.Warning, Message = "{File} is damaged ({Reason}); it lies in {Aside} now, and a new one is begun")]
    public static partial void ArchiveDamaged(ILogger logger, string file, string aside, string reason);
}
