using System.Net;
using FlightGraph.Upstream.Http;
using Microsoft.Extensions.Logging;

namespace FlightGraph.Upstream.Budget;

/// <summary>Asks the upstream for its own count, which costs no call. It has no clock that ticks: who makes calls asks it.</summary>
internal sealed class ThrottleWatch(IHttpClientFactory httpClients, TimeProvider clock, ILogger logger)
{
    public const string Path = "api-throttle/";

    private const int MaxBytes = 64 << 10;

    /// <summary>Those who wait for the first answer wait no longer than this.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan RestAfterFailure = TimeSpan.FromMinutes(1);

    private readonly Lock guard = new();
    private Task<ThrottleReport?>? current;
    private long endedAt;
    private bool hasFailed;

    /// <summary>Whether the last answer has grown old, or there was none.</summary>
    public bool IsDue
    {
        get
        {
            lock (guard)
                return current is null || (current.IsCompleted && clock.GetElapsedTime(endedAt) >= (hasFailed ? RestAfterFailure : Rest));
        }
    }

    /// <summary>Asks, together with whoever asks already. Null when there was no answer, or none of use.</summary>
    public Task<ThrottleReport?> AskAsync()
    {
        lock (guard)
            return current is { IsCompleted: false } ? current : current = AskOnceAsync();
    }

    private async Task<ThrottleReport?> AskOnceAsync()
    {
        // Off the asker's stack, who holds the lock.
        await Task.Yield();
        var (report, failure) = await TryAskAsync();
        lock (guard)
        {
            // Told when it begins to fail, not again and again.
            if (report is null && !hasFailed)
                Log.LimitNotLearned(logger, failure);
            hasFailed = report is null;
            endedAt = clock.GetTimestamp();
        }

        return report;
    }

    private async Task<(ThrottleReport? Report, string Failure)> TryAskAsync()
    {
        try
        {
            using var patience = new CancellationTokenSource(Patience, clock);
            using var http = httpClients.CreateClient(UpstreamHttp.PlainClientName);
            using var response = await http.GetAsync(Path, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            if (response.StatusCode != HttpStatusCode.OK)
                return (null, $"status {(int)response.StatusCode}");
            return await BoundedBody.ReadAsync(response.Content, MaxBytes, patience.Token) is { } body && ThrottleReport.Read(body) is { } report
                ? (report, "")
                : (null, "not the answer expected");
        }
        catch (OperationCanceledException)
        {
            return (null, "no answer in time");
        }
        catch (Exception error) when (error is HttpRequestException or IOException or InvalidDataException)
        {
            return (null, error is HttpRequestException { HttpRequestError: not HttpRequestError.Unknown and var kind } ? kind.ToString() : error.GetType().Name);
        }
    }
}
