using FlightGraph.Upstream;
using FlightGraph.Upstream.Budget;
using FlightGraph.Upstream.Freshness;
using FlightGraph.Upstream.Requests;

namespace FlightGraph.DataLoaders;

/// <summary>Asks again for what clients use though it is stale: the most urgent first, in as few calls as bring it, and only as the budget allows.</summary>
internal sealed class RefreshService(RefreshQueue queue, LoaderFactory loaders, CallBudget budget, TimeProvider clock) : BackgroundService
{
    private const string Purpose = "refresh";

    /// <summary>How much is asked for together: objects of one kind may be one call.</summary>
    private const int MaxBatch = 20;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(2);

    /// <summary>A budget of a call in so long, or longer, is worth spreading.</summary>
    private static readonly TimeSpan Scarce = TimeSpan.FromSeconds(10);

    private long? refreshedAt;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = FirstPause;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await queue.WaitAsync(stoppingToken);
                // False when the budget is closed already: the gateway stops.
                if (!await budget.WaitUntilFreeAsync(CallClass.Refresh, stoppingToken))
                    return;
                await PaceAsync(stoppingToken);
                refreshedAt = clock.GetTimestamp();
                if (await RefreshAsync(queue.Take(MaxBatch), stoppingToken))
                {
                    pause = FirstPause;
                    continue;
                }

                // What failed is wanted again when it is used again. Until then an upstream in trouble is left in peace.
                await Task.Delay(pause, clock, stoppingToken);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    /// <summary>
    /// Where calls are scarce they are spread over the window: what is used most is then known when the next one is made, and what
    /// everybody looks at is not renewed nine times in a minute and then not for an hour.
    /// </summary>
    private async Task PaceAsync(CancellationToken cancellationToken)
    {
        var pace = budget.State is var state ? state.Window / state.Limit : TimeSpan.Zero;
        if (pace >= Scarce && refreshedAt is { } last && pace - clock.GetElapsedTime(last) is var rest && rest > TimeSpan.Zero)
            await Task.Delay(rest, clock, cancellationToken);
    }

    /// <summary>False when nothing came of it.</summary>
    private async Task<bool> RefreshAsync(IReadOnlyList<RefreshWant> wants, CancellationToken cancellationToken)
    {
        // Whatever has been read since is new enough.
        var terms = new CallTerms(CallClass.Refresh, Purpose, TimeSpan.Zero, new Tolerance { NotBefore = clock.GetUtcNow() });
        var loader = loaders.Create(terms);
        List<Task<bool>> results = [];
        foreach (var want in wants)
        {
            results.Add(want switch
            {
                { Need: { } need } => SucceedsAsync(loader.ById.LoadAsync(need, Purpose)),
                { Address: PageAddress page } => SucceedsAsync(loader.Pages.LoadAsync(page.Request, Projection.Nothing, Purpose)),
                { Address: DocumentAddress document } => SucceedsAsync(loader.Singletons.Load(document.Document, document.Mode, Purpose).GetAsync(cancellationToken)),
                _ => Task.FromResult(true),
            });
        }

        loader.ById.Dispatch(cancellationToken);
        loader.Pages.Dispatch(cancellationToken);
        // A call that is made belongs to all who wait for it and goes on; the gateway's end does not wait for it.
        var succeeded = await Task.WhenAll(results).WaitAsync(cancellationToken);
        return succeeded.Length == 0 || succeeded.Any(done => done);
    }

    private static async Task<bool> SucceedsAsync<T>(Task<UpstreamResult<T>> result)
        where T : class => (await result).Error is null;
}
