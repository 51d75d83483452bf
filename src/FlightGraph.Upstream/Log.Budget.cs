using Microsoft.Extensions.Logging;

namespace FlightGraph.Upstream;

internal static partial class Log
{
    [LoggerMessage(EventId = 40, Level = LogLevel.Warning, Message = "What is spent of the budget cannot be kept in the folder of Cache:Path, and will not outlive this process: {Reason}")]
    public static partial void BudgetNotKept(ILogger logger, string reason);

    [LoggerMessage(EventId = 41, Level = LogLevel.Information, Message = "The upstream allows {Limit} calls in {Window}")]
    public static partial void LimitLearned(ILogger logger, int limit, TimeSpan window);

    [LoggerMessage(EventId = 42, Level = LogLevel.Warning, Message = "The upstream does not tell how many calls it allows ({Reason})")]
    public static partial void LimitNotLearned(ILogger logger, string reason);

    [LoggerMessage(EventId = 43, Level = LogLevel.Warning, Message = "The upstream wants no call for {Wait}")]
    public static partial void ToldToWait(ILogger logger, TimeSpan wait);

    [LoggerMessage(EventId = 44, Level = LogLevel.Warning, Message = "The budget is not shared, Redis is away ({Reason}): this replica spends what it was promised, then {Part} calls in a window")]
    public static partial void BudgetNotShared(ILogger logger, string reason, int part);

    [LoggerMessage(EventId = 45, Level = LogLevel.Information, Message = "The budget is shared through Redis")]
    public static partial void BudgetShared(ILogger logger);

    [LoggerMessage(EventId = 46, Level = LogLevel.Error, Message = "The budget could not decide on a call")]
    public static partial void BudgetFailed(ILogger logger, Exception error);
}
