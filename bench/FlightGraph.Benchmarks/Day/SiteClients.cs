using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using FlightGraph.Hosting;

namespace FlightGraph.Benchmarks.Day;

/// <summary>Sends queries over HTTP, from many addresses of the loopback network: the gateway tells clients apart by theirs.</summary>
internal sealed class SiteClients : IDisposable
{
    private readonly Uri endpoint;
    private readonly TimeProvider clock;
    private readonly HttpClient[] clients;

    public SiteClients(Uri gateway, TimeProvider clock)
    {
        endpoint = new Uri(gateway, "/graphql");
        this.clock = clock;
        clients = [.. Enumerable.Range(0, Visitors.Addresses).Select(index => new HttpClient(HandlerFrom(index), disposeHandler: true))];
    }

    /// <param name="question">What is asked.</param>
    /// <param name="address">Who asks.</param>
    /// <param name="read">Given the data of the answer, if it has some.</param>
    public async Task<Outcome> AskAsync(Question question, int address, Action<Question, JsonElement> read)
    {
        var at = clock.GetUtcNow();
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = JsonContent.Create(new { query = question.Text, variables = question.Variables }) };
        request.Headers.Add(CostModeHeader.Name, "report");
        using var response = await clients[address].SendAsync(request);
        if (response.StatusCode != HttpStatusCode.OK)
            return new Outcome(at, question.Kind, ["NO_ANSWER"], false, false, TimeSpan.Zero, 0);

        using var body = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
        var root = body.RootElement;
        var hasData = root.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object;
        if (hasData)
            read(question, data);
        List<string> codes = root.TryGetProperty("errors", out var errors)
            ? [.. errors.EnumerateArray().Select(error => error.GetProperty("extensions").GetProperty("code").GetString()!).Distinct()]
            : [];
        var extensions = root.TryGetProperty("extensions", out var found) ? found : default;
        var (isStale, age) = extensions.ValueKind == JsonValueKind.Object && extensions.TryGetProperty("freshness", out var freshness)
            ? (freshness.GetProperty("stale").GetBoolean(), TimeSpan.FromSeconds(freshness.GetProperty("age").GetInt64()))
            : (false, TimeSpan.Zero);
        var calls = extensions.ValueKind == JsonValueKind.Object && extensions.TryGetProperty("cost", out var cost) && cost.TryGetProperty("made", out var made) ? made.GetInt32() : 0;
        return new Outcome(at, question.Kind, codes, hasData, isStale, age, calls);
    }

    public void Dispose()
    {
        foreach (var client in clients)
            client.Dispose();
    }

    private static SocketsHttpHandler HandlerFrom(int index) => new()
    {
        UseProxy = false,
        UseCookies = false,
        ConnectCallback = async (context, cancellationToken) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                socket.Bind(new IPEndPoint(new IPAddress([127, 0, 1, (byte)(index + 1)]), 0));
                await socket.ConnectAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        },
    };
}
