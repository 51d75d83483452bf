using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Documents;
using FlightGraph.Upstream.Http;
using FlightGraph.Upstream.Requests;
using FlightGraph.Upstream.Store;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FlightGraph.Upstream;

/// <summary>Asks the upstream. Expected failures are values; an exception is a bug or the caller's own cancellation.</summary>
public sealed class UpstreamClient(
    UpstreamHttp http, IOptions<UpstreamOptions> options, EntityStore objects, ListStore lists, DocumentStore documents, ILogger<UpstreamClient> logger) : IDisposable
{
    private readonly InFlightCalls inFlight = new();
    private readonly SemaphoreSlim places = new(options.Value.MaxConcurrentCalls);

    /// <summary>One object in its fullest variant.</summary>
    /// <param name="resource">Where it lives.</param>
    /// <param name="id">The upstream's id, an integer or UUID as text.</param>
    /// <param name="need">What is asked of it: a copy that was remembered meanwhile may have it.</param>
    /// <param name="cancellationToken">Ends the wait, not the call: others may wait for it too.</param>
    public Task<UpstreamResult<ResourceObject>> GetAsync(Resource resource, string id, Projection need, CancellationToken cancellationToken) =>
        // Dots climb out of the resource and cannot be encoded, and no object has such an id.
        id.Trim('.').Length == 0 ? Task.FromResult(UpstreamResult<ResourceObject>.NotFound) : CallAsync(
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
    /// 1. Wait for a place. 2. Send, within the time allowed, and read the body. 3. Read the document. 4. Remember it, before
    /// anybody else can ask for it again.
    /// </summary>
    private async Task<UpstreamResult<T>> CallOnceAsync<T>(
        string relativeUri, string path, Func<byte[], T> read, Action<T> remember, CallInterest interest)
        where T : class
    {
        // 1. Nothing is spent yet, so a call that nobody waits for any more is not made at all.
        if (!await places.WaitAsync(options.Value.Timeout, interest.Abandoned))
            return Failed<T>(UpstreamErrorKind.Timeout, "Too many calls to the upstream are waiting.") with { Facts = new CallFacts(0, options.Value.Timeout, false) };
        HttpAnswer answer;
        try
        {
            // 2. From here on nobody's leaving ends it.
            interest.MarkSent();
            answer = await http.GetAsync(relativeUri, ChargeRetryAsync, CancellationToken.None);
        }
        finally
        {
            places.Release();
        }

        // 3.
        var result = Read(answer, read);

        // 4.
        if (result.IsFound)
            remember(result.Value);
        var outcome = result.Error is { } failure ? $"{failure.Kind} ({answer.BrokenBy ?? failure.Message})" : result.IsFound ? "Found" : "NotFound";
        Log.UpstreamCall(logger, path, outcome, answer.Elapsed.TotalMilliseconds, answer.Attempts);
        return result with { Facts = new CallFacts(result.IsFound ? answer.Bytes : 0, answer.Elapsed, false) };
    }

    /// <summary>Calls are not counted here, so another attempt is always granted.</summary>
    private static ValueTask<bool> ChargeRetryAsync(CancellationToken cancellationToken) => ValueTask.FromResult(true);

    private static UpstreamResult<T> Read<T>(HttpAnswer answer, Func<byte[], T> read)
        where T : class
    {
        if (answer.Error is { } error)
            return UpstreamResult<T>.Failed(error);
        if (answer.Body is not { } body)
            return UpstreamResult<T>.NotFound;
        try
        {
            return UpstreamResult<T>.Found(read(body));
        }
        catch (MalformedDocumentException malformed)
        {
            return Failed<T>(UpstreamErrorKind.Malformed, malformed.Message);
        }
    }

    private static UpstreamResult<T> Failed<T>(UpstreamErrorKind kind, string message)
        where T : class =>
        UpstreamResult<T>.Failed(new UpstreamError(kind, message));
}
