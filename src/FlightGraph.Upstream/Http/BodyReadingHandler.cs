using System.Net;
using Microsoft.Extensions.Options;

namespace FlightGraph.Upstream.Http;

/// <summary>
/// Reads the body before the answer goes up, so that a body that breaks off, drips or hangs is a failure of its attempt. Lies
/// inside all strategies. Bodies that nobody will look at are not read.
/// </summary>
internal sealed class BodyReadingHandler(IOptions<UpstreamOptions> options, TimeProvider clock) : DelegatingHandler
{
    private const int MaxRefusalBytes = 64 << 10;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpCall.Of(request).Attempts++;
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            if (response.StatusCode == HttpStatusCode.TooManyRequests && RetryAfter.Of(response.Headers, clock.GetUtcNow()) is null)
                response.Content = await ReadRefusalAsync(response.Content, cancellationToken);
            else if (response.StatusCode == HttpStatusCode.OK && response.IsJson())
                response.Content = await ReadAsync(response.Content, options.Value.MaxResponseBytes, cancellationToken);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    /// <summary>The status alone says that the upstream wants fewer calls: whatever happens to the body must not look like a reason to call again.</summary>
    private static async Task<ReadContent> ReadRefusalAsync(HttpContent content, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(content, MaxRefusalBytes, cancellationToken);
        }
        catch (Exception error) when (error is HttpRequestException or IOException or InvalidDataException or OperationCanceledException)
        {
            return new ReadContent(null, content);
        }
    }

    private static async Task<ReadContent> ReadAsync(HttpContent content, int maxBytes, CancellationToken cancellationToken)
    {
        // Disposing what is not read to its end closes the connection, so the rest of a bomb is never fetched.
        using var original = content;
        return new ReadContent(await BoundedBody.ReadAsync(original, maxBytes, cancellationToken), original);
    }
}
