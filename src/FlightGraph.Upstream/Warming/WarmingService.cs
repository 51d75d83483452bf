using FlightGraph.Upstream.Budget;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FlightGraph.Upstream.Warming;

/// <summary>Warms while the gateway runs, whenever the budget has more than clients are kept, with a pause after each call.</summary>
internal sealed class WarmingService(
    Warmer warmer, CallBudget budget, WarmingReport report, IHostApplicationLifetime application, IOptions<WarmingOptions> options, TimeProvider clock, ILogger<WarmingService> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!report.IsEnabled)
            return;

        try
        {
            await HasStartedAsync(stoppingToken);
            while (await IsFreeAsync(stoppingToken))
            {
                await WarmAsync(stoppingToken);
                await Task.Delay(options.Value.MinPause, clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The gateway stops.
        }
    }

    /// <summary>Clients come first at the start too.</summary>
    private async Task HasStartedAsync(CancellationToken cancellationToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = application.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellationToken);
    }

    /// <summary>False when the gateway stops.</summary>
    private async Task<bool> IsFreeAsync(CancellationToken cancellationToken)
    {
        var free = budget.WaitUntilFreeAsync(CallClass.Warming, cancellationToken);
        // The first wait is for the upstream to tell its limit.
        if (!free.IsCompleted && report.IdleBecause != WarmingIdleReason.Starting)
            report.NoteIdle(WarmingIdleReason.BudgetSpent);
        return await free;
    }

    /// <summary>An upstream that does not even tell its limit, which it does for nothing, is asked for nothing else.</summary>
    private async Task WarmAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (budget.State.IsLimitLearned)
                await warmer.WarmAsync(cancellationToken);
            else
                report.NoteIdle(WarmingIdleReason.Starting);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // A bug; but it must not end the gateway, as what a background service throws does.
            Log.WarmingFailed(logger, error);
        }
    }
}
