using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FlightGraph.Upstream.Budget;

/// <summary>
/// Says when a call to the upstream may be made. Nothing is opened or asked before the first call is: a gateway that only
/// prints its schema leaves no trace.
/// </summary>
public sealed class CallBudget : IAsyncDisposable
{
    private const int LimitUntilLearned = 15;
    private static readonly TimeSpan WindowUntilLearned = TimeSpan.FromHours(1);

    /// <summary>For an upstream that refuses and does not say until when.</summary>
    private static readonly TimeSpan BackOff = TimeSpan.FromMinutes(1);

    /// <summary>No upstream means more than its longest window.</summary>
    private static readonly TimeSpan MaxBlock = TimeSpan.FromDays(7);

    private readonly BudgetOptions options;
    private readonly ThrottleWatch watch;
    private readonly BudgetShares shares;
    private readonly ILogger logger;
    private readonly Lazy<(ICallLedger Ledger, CallQueue Queue)> parts;
    private readonly Lazy<Task> firstAnswer;
    private volatile bool isLimitLearned;

    internal CallBudget(
        IOptions<BudgetOptions> options, IOptions<UpstreamOptions> upstream, LedgerFactory ledgers, LaunchCalendar calendar, IHttpClientFactory httpClients,
        TimeProvider clock, ILogger<CallBudget> logger)
    {
        this.options = options.Value;
        this.logger = logger;
        watch = new ThrottleWatch(httpClients, clock, logger);
        shares = new BudgetShares(options.Value, calendar, clock);
        parts = new(() =>
        {
            var ledger = ledgers.Open(options.Value.Limit ?? LimitUntilLearned, options.Value.Window ?? WindowUntilLearned);
            return (ledger, new CallQueue(ledger, shares, upstream.Value.MaxConcurrentCalls, clock, logger));
        });
        firstAnswer = new(LearnFirstAsync);
    }

    /// <summary>How the budget stands.</summary>
    public BudgetState State
    {
        get
        {
            var (ledger, queue) = parts.Value;
            var view = ledger.View;
            var launch = shares.LaunchHourIn(view.Window);
            return new BudgetState
            {
                Limit = view.Limit,
                Window = view.Window,
                Used = view.Used,
                NextCallIn = new Outlook(ledger, shares, view, launch, 0, default).WaitFor(1, CallClass.Client),
                BlockedFor = view.BlockedFor,
                Queued = queue.Counts(),
                CallsUnderWay = queue.PlacesTaken,
                IsShared = view.IsShared,
                IsLimitLearned = isLimitLearned,
                IsLaunchAwaited = launch is not null,
            };
        }
    }

    /// <summary>Waits for its turn, as long as it is worth it.</summary>
    /// <param name="order">On whose behalf.</param>
    /// <param name="cancellationToken">Leaves the queue.</param>
    public async Task<BudgetDecision> AcquireAsync(CallOrder order, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var call = Enqueue(order);
        // A lease that is given at this very moment is still handed out: it is charged.
        await using var registration = cancellationToken.Register(() => call.Cancel());
        return await call.Decision;
    }

    /// <summary>Waits for its turn; others may join it later.</summary>
    public PendingCall Enqueue(CallOrder order)
    {
        _ = EnsureLearnedAsync();
        return parts.Value.Queue.Enqueue(order);
    }

    /// <summary>
    /// Charges a call that repeats one whose lease is held: now or never. True means that it is recorded and may be made.
    /// </summary>
    public async ValueTask<bool> TryChargeAsync(CallClass callClass, string client, CancellationToken cancellationToken)
    {
        await EnsureLearnedAsync().WaitAsync(cancellationToken);
        return await parts.Value.Queue.TryChargeAsync(callClass, client);
    }

    /// <summary>
    /// True as soon as a call of the class would be granted at once, false when the gateway stops. Nothing is held: by the time
    /// the caller orders, others may have been faster.
    /// </summary>
    public Task<bool> WaitUntilFreeAsync(CallClass callClass, CancellationToken cancellationToken)
    {
        _ = EnsureLearnedAsync();
        return parts.Value.Queue.WaitUntilFreeAsync(callClass, cancellationToken);
    }

    /// <summary>The upstream refused a call and said for how long: until then none is made.</summary>
    /// <param name="wait">Up to 7 days; more counts as that.</param>
    public void Obey(TimeSpan wait)
    {
        if (wait <= TimeSpan.Zero)
            return;
        Log.ToldToWait(logger, wait);
        parts.Value.Ledger.Block(wait < MaxBlock ? wait : MaxBlock);
        // It counts more than we do. What it counts is told for free.
        _ = LearnAsync();
    }

    /// <summary>The upstream refused a call and did not say for how long. Its own count may tell; else a minute must do.</summary>
    /// <returns>For how long none is made.</returns>
    public async Task<TimeSpan> ObeyThrottleAsync()
    {
        var (ledger, queue) = parts.Value;
        queue.Hold();
        try
        {
            var wait = await LearnAsync() is { FirstFreeIn: { } told } ? told : BackOff;
            Log.ToldToWait(logger, wait);
            ledger.Block(wait);
            return wait;
        }
        finally
        {
            queue.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!parts.IsValueCreated)
            return;
        parts.Value.Queue.Dispose();
        await parts.Value.Ledger.DisposeAsync();
    }

    /// <summary>The first answer is waited for; later ones come when they come.</summary>
    private Task EnsureLearnedAsync()
    {
        var first = firstAnswer.Value;
        if (first.IsCompleted && watch.IsDue)
            _ = LearnAsync();
        return first;
    }

    /// <summary>Until the upstream has told its limit, or that it does not tell, nobody is served: an unlimited one is not to be taken for a limited one.</summary>
    private async Task LearnFirstAsync()
    {
        var queue = parts.Value.Queue;
        queue.Hold();
        try
        {
            await LearnAsync();
        }
        finally
        {
            queue.Release();
        }
    }

    private async Task<ThrottleReport?> LearnAsync()
    {
        var ledger = parts.Value.Ledger;
        var before = ledger.View;
        if (await watch.AskAsync() is not { } report)
            return null;
        var (limit, window) = (options.Limit ?? report.Limit, options.Window ?? report.Window);
        if (!isLimitLearned || before.Limit != limit || before.Window != window)
            Log.LimitLearned(logger, limit, window);
        isLimitLearned = true;
        if (before.Limit != limit || before.Window != window)
            ledger.Learn(limit, window);
        await ledger.ReconcileAsync(report.Use, before.Used, report.FirstFreeIn);
        return report;
    }
}
