using System.Globalization;
using Microsoft.Extensions.Options;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace FlightGraph.Upstream.Http;

/// <summary>
/// Sends a question to the upstream and sorts what comes back; knows nothing of what is in a body. Time limits, the retry and the
/// breaker lie in the handlers that <see cref="HttpServiceCollectionExtensions"/> sets up.
/// </summary>
public sealed class UpstreamHttp(IHttpClientFactory httpClients, IOptions<UpstreamOptions> options, UpstreamHealth health, TimeProvider clock)
{
    internal const string ClientName = "upstream";

    /// <summary>The same without retry and breaker, for a question that costs no call: how it ends says nothing of calls.</summary>
    internal const string PlainClientName = "upstream-plain";

    /// <summary>Expected failures are values.</summary>
    /// <param name="relativeUri">Path and query below the base address, values encoded.</param>
    /// <param name="chargeRetry">Asked once, and only if an attempt is to be made again; false forgoes it. The first attempt is paid for already.</param>
    /// <param name="cancellationToken">Ends the call. Time limits are kept without it.</param>
    /// <exception cref="ArgumentException">The question leads out of the base address.</exception>
    internal async Task<HttpAnswer> GetAsync(
        string relativeUri, Func<CancellationToken, ValueTask<bool>> chargeRetry, CancellationToken cancellationToken)
    {
        var call = new HttpCall(chargeRetry, clock.GetTimestamp(), cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, Address(relativeUri));
        call.TravelWith(request);
        var answer = await SendAsync(request, cancellationToken) with { Attempts = call.Attempts, Elapsed = clock.GetElapsedTime(call.Started) };
        health.Note(answer);
        return answer;
    }

    /// <summary>The last line of defence: paths come from the contract and values are encoded before.</summary>
    private Uri Address(string relativeUri)
    {
        var root = options.Value.BaseUri;
        var address = new Uri(root, relativeUri);
        return root.IsBaseOf(address)
            ? address
            : throw new ArgumentException("A question to the upstream must stay below its base address.", nameof(relativeUri));
    }

    private async Task<HttpAnswer> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            using var http = httpClients.CreateClient(ClientName);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return Sort(response);
        }
        catch (BrokenCircuitException)
        {
            return HttpAnswer.Failed(UpstreamErrorKind.Unavailable, "The upstream failed several times and is left alone for a while.", WaitForProbe());
        }
        catch (Exception error) when (error is TimeoutRejectedException || (error is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return HttpAnswer.Failed(UpstreamErrorKind.Timeout, "The upstream did not answer in time.");
        }
        catch (Exception error) when (AttemptVerdict.IsBrokenConnection(error) || error is InvalidDataException)
        {
            return HttpAnswer.Failed(UpstreamErrorKind.Unavailable, "The upstream cannot be reached or broke off its answer.") with { BrokenBy = Name(error) };
        }
    }

    private HttpAnswer Sort(HttpResponseMessage response) => (int)response.StatusCode switch
    {
        200 when !response.IsJson() => HttpAnswer.Failed(UpstreamErrorKind.Malformed, "The upstream's answer is not JSON."),
        200 => Body(response) is { } body
            ? HttpAnswer.Found(body)
            : HttpAnswer.Failed(UpstreamErrorKind.Malformed, "The upstream's answer is larger than Upstream:MaxResponseBytes allows."),
        // A page instead of LL2's own JSON means that the path is wrong, not that the object is missing.
        404 => response.IsJson()
            ? HttpAnswer.NotFound
            : HttpAnswer.Failed(UpstreamErrorKind.Malformed, "The upstream does not know the path; is Upstream:BaseAddress right?"),
        429 => HttpAnswer.Failed(
            UpstreamErrorKind.RateLimited,
            "The upstream allows no more calls for now.",
            // Where the header says nothing, the body's text may.
            Rest(response) ?? (Body(response) is { } text ? ThrottledBody.Wait(text) : null)),
        400 or 422 => HttpAnswer.Failed(UpstreamErrorKind.Rejected, "The upstream refused a value of the question."),
        401 or 403 => HttpAnswer.Failed(UpstreamErrorKind.Unavailable, "The upstream refused the gateway; is Upstream:ApiKey right?"),
        >= 300 and < 400 => HttpAnswer.Failed(UpstreamErrorKind.Unavailable, "The upstream sent the gateway elsewhere, where it does not go."),
        var status => HttpAnswer.Failed(
            UpstreamErrorKind.Unavailable, $"The upstream answered with status {status.ToString(CultureInfo.InvariantCulture)}.", Rest(response)),
    };

    private static byte[]? Body(HttpResponseMessage response) => ((ReadContent)response.Content).Body;

    private TimeSpan? Rest(HttpResponseMessage response) => RetryAfter.Of(response.Headers, clock.GetUtcNow());

    /// <summary>While a probe is under way nobody knows; it ends within one attempt.</summary>
    private TimeSpan WaitForProbe() => health.UntilProbe is var wait && wait > TimeSpan.Zero ? wait : options.Value.AttemptTimeout;

    private static string Name(Exception error) =>
        error is HttpRequestException { HttpRequestError: not HttpRequestError.Unknown and var kind } ? kind.ToString() : error.GetType().Name;
}
