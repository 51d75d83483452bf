using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using FlightGraph.StandIn;
using FlightGraph.Upstream.Requests;

namespace FlightGraph.Benchmarks;

/// <summary>The stand-in over its own data, told as of their last day, and a count of what it is asked.</summary>
internal sealed class WatchedUpstream : IAsyncDisposable
{
    private readonly StandInServer server;
    private readonly ConcurrentQueue<string> requests;
    private readonly HttpClient http;

    private WatchedUpstream(StandInServer server, ConcurrentQueue<string> requests)
    {
        (this.server, this.requests) = (server, requests);
        http = new HttpClient { BaseAddress = server.BaseAddress };
    }

    public Uri BaseAddress => server.BaseAddress;

    public static async Task<WatchedUpstream> StartAsync()
    {
        var requests = new ConcurrentQueue<string>();
        return new WatchedUpstream(await StandInServer.StartAsync(onRequest: requests.Enqueue), requests);
    }

    /// <summary>The first launches by date, for operations that need ids. Not counted.</summary>
    public async Task<IReadOnlyList<string>> LaunchIdsAsync(int count)
    {
        List<string> ids = [];
        while (ids.Count < count)
        {
            var page = await http.GetFromJsonAsync<JsonElement>(
                FormattableString.Invariant($"launches/?mode=list&ordering=net&limit={Math.Min(count - ids.Count, PageRequest.MaxLimit)}&offset={ids.Count}"));
            ids.AddRange(page.GetProperty("results").EnumerateArray().Select(row => row.GetProperty("id").GetString()!));
        }

        requests.Clear();
        return ids;
    }

    /// <summary>What was asked since the last time. The bodies are weighed by asking again: the same question has the same answer.</summary>
    public async Task<Traffic> TakeAsync()
    {
        var addresses = requests.ToList();
        var bytes = 0L;
        foreach (var address in addresses)
            bytes += (await http.GetByteArrayAsync(address)).LongLength;
        requests.Clear();
        return new Traffic(addresses.Count, bytes);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await server.DisposeAsync();
    }
}
