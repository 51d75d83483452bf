using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FlightGraph.Tests.Support;

/// <summary>
/// A web server that answers as a test says and keeps a list of what it was asked. A question nobody announced gets a status
/// that no upstream uses, and stands in <see cref="Unannounced"/>.
/// </summary>
internal sealed class ScriptedUpstream : IAsyncDisposable
{
    private const string Root = "/2.3.0/";
    private const string Throttle = "api-throttle/";
    private const string NoLimit = """{"your_request_limit": 1000000, "limit_frequency_secs": 3600, "current_use": 0, "next_use_secs": 0, "ident": "test"}""";

    private readonly ConcurrentDictionary<string, RequestDelegate> answers = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> requests = new();
    private readonly ConcurrentQueue<string> unannounced = new();
    private readonly WebApplication server;

    private ScriptedUpstream(WebApplication server) => this.server = server;

    public string BaseAddress => server.Urls.First() + Root;

    /// <summary>Path and query below the base address, in the order in which they came.</summary>
    public IReadOnlyList<string> Requests => [.. requests];

    public IReadOnlyList<string> Unannounced => [.. unannounced];

    public static async Task<ScriptedUpstream> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var upstream = new ScriptedUpstream(builder.Build());
        upstream.server.Run(upstream.AnswerAsync);
        await upstream.server.StartAsync();
        return upstream;
    }

    /// <param name="address">Path and query below the base address; without a query it stands for every query.</param>
    /// <param name="json">The body.</param>
    public ScriptedUpstream On(string address, string json) => On(address, WriteAsync(StatusCodes.Status200OK, "application/json", json));

    public ScriptedUpstream On(string address, int status, string body, string contentType = "application/json") =>
        On(address, WriteAsync(status, contentType, body));

    /// <summary>A body that cannot be written as text.</summary>
    public ScriptedUpstream On(string address, byte[] json) => On(address, async http =>
    {
        http.Response.ContentType = "application/json";
        await http.Response.Body.WriteAsync(json);
    });

    public ScriptedUpstream On(string address, RequestDelegate answer)
    {
        answers[address] = answer;
        return this;
    }

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    private static RequestDelegate WriteAsync(int status, string contentType, string body) => async http =>
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = contentType;
        await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body));
    };

    private async Task AnswerAsync(HttpContext http)
    {
        var path = http.Request.Path.Value![Root.Length..];
        var address = path + Uri.UnescapeDataString(http.Request.QueryString.Value!);
        // Asking for the limit is no call. Where a test does not say otherwise there is none.
        if (path == Throttle && !answers.ContainsKey(Throttle))
        {
            await WriteAsync(StatusCodes.Status200OK, "application/json", NoLimit)(http);
            return;
        }

        requests.Enqueue(address);
        if (answers.TryGetValue(address, out var answer) || answers.TryGetValue(path, out answer))
        {
            await answer(http);
            return;
        }

        unannounced.Enqueue(address);
        http.Response.StatusCode = 599;
    }
}
