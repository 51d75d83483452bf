using System.Net;
using System.Text;

namespace FlightGraph.Tests.Budget;

/// <summary>An upstream that knows nothing but its own count, as a test tells it.</summary>
internal sealed class ThrottledUpstream : HttpMessageHandler
{
    private int asked;

    public Func<CancellationToken, Task<HttpResponseMessage>> Answer { get; set; } = _ => Report(15, 0);

    public int Asked => Volatile.Read(ref asked);

    public static Task<HttpResponseMessage> Report(int limit, int use, int nextUse = 0) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
    {
        Content = new StringContent(
            $$"""{"your_request_limit": {{limit}}, "limit_frequency_secs": 3600, "current_use": {{use}}, "next_use_secs": {{nextUse}}, "ident": "s3cret"}""", Encoding.UTF8, "application/json"),
    });

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Assert.EndsWith("/api-throttle/", request.RequestUri!.AbsolutePath);
        Interlocked.Increment(ref asked);
        return Answer(cancellationToken);
    }
}
