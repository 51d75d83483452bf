using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Threading.Channels;

namespace FlightGraph.Tests.Upstream;

/// <summary>What lies behind the upstream's HTTP in place of sockets: answers attempts one after the other, the last answer for good.</summary>
internal sealed class ScriptedNetwork(params Func<CancellationToken, Task<HttpResponseMessage>>[] answers) : HttpMessageHandler
{
    private readonly Channel<Uri> arrivals = Channel.CreateUnbounded<Uri>();
    private int attempts;

    public int Attempts => attempts;

    public static Func<CancellationToken, Task<HttpResponseMessage>> Json(string body = "{}") => _ => Task.FromResult(
        new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, "application/json") });

    public static Func<CancellationToken, Task<HttpResponseMessage>> Page() => _ => Task.FromResult(
        new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("<h1>Just a moment</h1>", Encoding.UTF8, "text/html") });

    public static Func<CancellationToken, Task<HttpResponseMessage>> Status(int status, string? retryAfter = null, string body = "") => _ =>
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (retryAfter is not null)
            response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        return Task.FromResult(response);
    };

    public static Func<CancellationToken, Task<HttpResponseMessage>> Broken(Exception error) => _ => Task.FromException<HttpResponseMessage>(error);

    /// <summary>Never answers.</summary>
    public static async Task<HttpResponseMessage> HangAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        throw new OperationCanceledException(cancellationToken);
    }

    /// <summary>Answers with JSON whose body is this stream's.</summary>
    public static Func<CancellationToken, Task<HttpResponseMessage>> Streamed(Func<Stream> body) => _ =>
    {
        var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(body()) };
        response.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return Task.FromResult(response);
    };

    /// <summary>Waits for the next attempt to come.</summary>
    public ValueTask<Uri> ArrivalAsync() => arrivals.Reader.ReadAsync();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var number = Interlocked.Increment(ref attempts);
        arrivals.Writer.TryWrite(request.RequestUri!);
        // A real network never answers on the asker's stack.
        await Task.Yield();
        return await answers[Math.Min(number, answers.Length) - 1](cancellationToken);
    }
}
