using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using FlightGraph.StandIn;
using FlightGraph.StandIn.Data;
using Microsoft.Extensions.Time.Testing;

namespace FlightGraph.Tests.StandIn;

/// <summary>A stand-in over the small data set with a clock moved by hand, and a client that follows no redirects.</summary>
internal sealed class SmallServer : IAsyncDisposable
{
    private readonly StandInServer server;

    private SmallServer(StandInServer server, FakeTimeProvider clock, ConcurrentQueue<string> requests)
    {
        this.server = server;
        Clock = clock;
        Requests = requests;
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = server.BaseAddress };
    }

    public HttpClient Client { get; }

    public FakeTimeProvider Clock { get; }

    public IReadOnlyCollection<string> Requests { get; }

    public Uri BaseAddress => server.BaseAddress;

    public static async Task<SmallServer> StartAsync(StandInOptions? options = null, DataSet? data = null)
    {
        var clock = new FakeTimeProvider(SmallDataSet.Now);
        var requests = new ConcurrentQueue<string>();
        var server = await StandInServer.StartAsync(data ?? SmallDataSet.Instance, options, clock, requests.Enqueue);
        return new SmallServer(server, clock, requests);
    }

    /// <summary>The body of an answer that must be there.</summary>
    public async Task<JsonElement> GetAsync(string path)
    {
        using var response = await Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await ReadAsync(response);
    }

    /// <summary>What the rows of a list have in one field, as text.</summary>
    public async Task<string[]> ColumnAsync(string path, string field = "name")
    {
        var page = await GetAsync(path);
        return [.. page.GetProperty("results").EnumerateArray().Select(row => row.GetProperty(field).ToString())];
    }

    public static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return document.RootElement.Clone();
    }

    public ValueTask StopAsync() => server.DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await StopAsync();
    }
}
