using System.Globalization;
using System.Net;
using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Documents;
using FlightGraph.Upstream.Requests;
using FlightGraph.Upstream.Store;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FlightGraph.Upstream;

/// <summary>Asks the upstream. Expected failures are values; an exception is a bug or the caller's own cancellation.</summary>
public sealed class UpstreamClient(
    IHttpClientFactory httpClients, IOptions<UpstreamOptions> options, EntityStore objects, ListStore lists, DocumentStore documents, TimeProvider clock, ILogger<UpstreamClient> logger) : IDisposable
{
    internal const string HttpClientName = "upstream";

    private readonly InFlightCalls inFlight = new();
    private readonly SemaphoreSlim places = new(options.Value.MaxConcurrentCalls);

    /// <summary>One object in its fullest variant.</summary>
    /// <param name="resource">Where it lives.</param>
    /// <param name="id">The upstream's id, an integer or UUID as text.</param>
    /// <param name="need">What is asked of it: a copy that was remembered meanwhile may have it.</param>
    /// <param name="cancellationToken">Ends the wait, not the call: others may wait for it too.</param>
    public Task<UpstreamResult<ResourceObject>> GetAsync(Resource resource, string id, Projection need, CancellationToken cancellationToken) =>
        CallAsync(
            $"{resource.Path}/{Uri.EscapeDataString(id)}/",
            resource.Path,
            () => objects.Find(resource.Entity, id, need),
            body => ReadOne(resource, id, body),
            objects.Remember,
            cancellationToken);

    /// <summary>Some rows of a resource. A page is always found, perhaps empty.</summary>
    /// <param name="request">Which rows.</param>
    /// <param name="need">What is asked of them: a page that was remembered meanwhile may have it.</param>
    /// <param name="cancellationToken">Ends the wait, not the call.</param>
    public Task<UpstreamResult<ResourcePage>> GetPageAsync(PageRequest request, Projection need, CancellationToken cancellationToken) =>
        CallAsync(
            request.ToRelativeUri(),
            request.Resource.Path,
            () => lists.Find(request, need),
            body => ReadPage(request, body),
            page =>
            {
                lists.Remember(request, page);
                foreach (var row in page.Rows.OfType<ResourceObject>())
                    objects.Remember(row);
            },
            cancellationToken);

    /// <summary>A document that there is but one of. Some come as a list of one.</summary>
    public Task<UpstreamResult<ResourceObject>> GetAsync(Singleton document, ResourceMode mode, CancellationToken cancellationToken) =>
        CallAsync(
            mode.Name is { } name ? $"{document.Path}/?mode={name}" : $"{document.Path}/",
            document.Path,
            () => documents.Find(document, mode),
            body => ResourceReader.ReadOne(document.Entity, body),
            value =>
            {
                documents.Remember(document, mode, value);
                objects.Remember(value);
            },
            cancellationToken);

    public void Dispose() => places.Dispose();

    private static ResourceObject ReadOne(Resource resource, string id, byte[] body)
    {
        var value = ResourceReader.ReadObject(resource.Entity, body);
        return string.Equals(value.Id, id, StringComparison.OrdinalIgnoreCase)
            ? value
            : throw new MalformedDocumentException($"The upstream's answer is another {resource.Entity.Name} than the one asked for.");
    }

    /// <summary>A page that contradicts its own count would make walks end early.</summary>
    private static ResourcePage ReadPage(PageRequest request, byte[] body)
    {
        var page = ResourceReader.ReadPage(request.Resource.Entity, body);
        return page.Rows.Count >= Math.Min(request.Limit, page.Count - request.Offset)
            ? page
            : throw new MalformedDocumentException("The upstream's page has fewer rows than it counts.");
    }

    private async Task<UpstreamResult<T>> CallAsync<T>(
        string relativeUri, string path, Func<T?> recall, Func<byte[], T> read, Action<T> remember, CancellationToken cancellationToken)
        where T : class
    {
        var (result, isShared) = await inFlight.ShareAsync(
            relativeUri,
            // Between the caller's look into the store and this moment an equal call may have ended.
            async interest => recall() is { } known ? UpstreamResult<T>.Found(known) : await CallOnceAsync(relativeUri, path, read, remember, interest),
            cancellationToken);
        return isShared && result.Facts is { } facts ? result with { Facts = facts with { IsShared = true } } : result;
    }

    /// <summary>
    /// 1. Wait for a place. 2. Send, with a time limit that covers the body. 3. Sort the answer by status. 4. Read the body
    /// up to the size allowed. 5. Read the document. 6. Remember it, before anybody else can ask for it again.
    /// </summary>
    private async Task<UpstreamResult<T>> CallOnceAsync<T>(
        string relativeUri, string path, Func<byte[], T> read, Action<T> remember, CallInterest interest)
        where T : class
    {
        // 1. Nothing is spent yet, so a call that nobody waits for any more is not made at all.
        if (!await places.WaitAsync(options.Value.Timeout, interest.Abandoned))
            return Failed<T>(UpstreamErrorKind.Timeout, "Too many calls to the upstream are waiting.") with { Facts = new CallFacts(0, options.Value.Timeout, false) };
        var started = clock.GetTimestamp();
        UpstreamResult<T> result;
        string? brokenBy = null;
        try
        {
            // 2.
            interest.MarkSent();
            using var timeout = new CancellationTokenSource(options.Value.Timeout, clock);
            result = await SendAsync(relativeUri, read, timeout.Token);
        }
        catch (OperationCanceledException) when (!interest.Abandoned.IsCancellationRequested)
        {
            result = Failed<T>(UpstreamErrorKind.Timeout, "The upstream did not answer in time.");
        }
        catch (Exception error) when (error is HttpRequestException or IOException or InvalidDataException)
        {
            brokenBy = error is HttpRequestException { HttpRequestError: not HttpRequestError.Unknown and var kind } ? kind.ToString() : error.GetType().Name;
            result = Failed<T>(UpstreamErrorKind.Unavailable, "The upstream cannot be reached or broke off its answer.");
        }
        catch (MalformedDocumentException error)
        {
            result = Failed<T>(UpstreamErrorKind.Malformed, error.Message);
        }
        finally
        {
            places.Release();
        }

        // 6.
        if (result.IsFound)
            remember(result.Value);
        var elapsed = clock.GetElapsedTime(started);
        var outcome = result.Error is { } failure ? $"{failure.Kind} ({brokenBy ?? failure.Message})" : result.IsFound ? "Found" : "NotFound";
        Log.UpstreamCall(logger, path, outcome, elapsed.TotalMilliseconds);
        return result with { Facts = new CallFacts(result.Facts?.Bytes ?? 0, elapsed, false) };
    }

    private async Task<UpstreamResult<T>> SendAsync<T>(string relativeUri, Func<byte[], T> read, CancellationToken cancellationToken)
        where T : class
    {
        using var http = httpClients.CreateClient(HttpClientName);
        using var response = await http.GetAsync(relativeUri, HttpCompletionOption.ResponseHeadersRead, cancellationToken);

        // 3.
        if (response.StatusCode == HttpStatusCode.NotFound)
        {
            // A page instead of LL2's own JSON means that the path is wrong, not that the object is missing.
            return IsJson(response)
                ? UpstreamResult<T>.NotFound
                : Failed<T>(UpstreamErrorKind.Malformed, "The upstream does not know the path; is Upstream:BaseAddress right?");
        }

        if (response.StatusCode != HttpStatusCode.OK)
            return UpstreamResult<T>.Failed(await ErrorAsync(response, cancellationToken));
        if (!IsJson(response))
            return Failed<T>(UpstreamErrorKind.Malformed, "The upstream's answer is not JSON.");

        // 4. and 5.
        return await BoundedBody.ReadAsync(response.Content, options.Value.MaxResponseBytes, cancellationToken) is { } body
            ? UpstreamResult<T>.Found(read(body)) with { Facts = new CallFacts(body.Length, TimeSpan.Zero, false) }
            : Failed<T>(UpstreamErrorKind.Malformed, "The upstream's answer is larger than Upstream:MaxResponseBytes allows.");
    }

    private async Task<UpstreamError> ErrorAsync(HttpResponseMessage response, CancellationToken cancellationToken) => (int)response.StatusCode switch
    {
        429 => new UpstreamError(UpstreamErrorKind.RateLimited, "The upstream allows no more calls for now.", await RetryAfterAsync(response, cancellationToken)),
        400 or 422 => new UpstreamError(UpstreamErrorKind.Rejected, "The upstream refused a value of the question."),
        401 or 403 => new UpstreamError(UpstreamErrorKind.Unavailable, "The upstream refused the gateway; is Upstream:ApiKey right?"),
        >= 300 and < 400 => new UpstreamError(UpstreamErrorKind.Unavailable, "The upstream sent the gateway elsewhere, where it does not go."),
        var status => new UpstreamError(UpstreamErrorKind.Unavailable, $"The upstream answered with status {status.ToString(CultureInfo.InvariantCulture)}."),
    };

    /// <summary>The header says it in seconds or as a date; where it is missing, the body's text does.</summary>
    private async Task<TimeSpan?> RetryAfterAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Headers.RetryAfter is { } header)
            return header.Delta ?? (header.Date is { } date ? Max(date - clock.GetUtcNow(), TimeSpan.Zero) : null);
        return await BoundedBody.ReadAsync(response.Content, 64 << 10, cancellationToken) is { } body ? ThrottledBody.Wait(body) : null;
    }

    private static TimeSpan Max(TimeSpan left, TimeSpan right) => left > right ? left : right;

    private static bool IsJson(HttpResponseMessage response) =>
        response.Content.Headers.ContentType?.MediaType is "application/json" or "application/problem+json";

    private static UpstreamResult<T> Failed<T>(UpstreamErrorKind kind, string message)
        where T : class =>
        UpstreamResult<T>.Failed(new UpstreamError(kind, message));
}
