using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using FlightGraph.StandIn;
using Microsoft.Extensions.Time.Testing;

namespace FlightGraph.Tests.Support;

/// <summary>The gateway over the stand-in's real data, told as of one day, and a look at that data past the gateway.</summary>
public sealed class StandInGateway : IAsyncLifetime
{
    private readonly ConcurrentQueue<string> calls = new();
    private StandInServer standIn = null!;
    private HttpClient rest = null!;

    internal Gateway Gateway { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        standIn = await StandInServer.StartAsync(
            clock: new FakeTimeProvider(new DateTimeOffset(2026, 7, 24, 12, 0, 0, TimeSpan.Zero)), onRequest: calls.Enqueue);
        rest = new HttpClient { BaseAddress = standIn.BaseAddress };
        // Nothing is remembered and nothing too expensive: each test sees all the calls that its query takes.
        Gateway = await Gateway.StartAsync(standIn.BaseAddress.AbsoluteUri, "--Cache:MaxMemory=0", "--Upstream:MaxCallsPerOperation=1000");
    }

    public async Task DisposeAsync()
    {
        await Gateway.DisposeAsync();
        rest.Dispose();
        await standIn.DisposeAsync();
    }

    /// <summary>The answer to a query and the calls that it took, as path and query below the version.</summary>
    internal async Task<(GraphQLAnswer Answer, IReadOnlyList<string> Calls)> QueryAsync(string query, object? variables = null)
    {
        calls.Clear();
        var answer = await Gateway.QueryAsync(query, variables);
        return (answer, [.. calls.Select(call => Uri.UnescapeDataString(call[standIn.BaseAddress.AbsolutePath.Length..]))]);
    }

    /// <summary>What the stand-in itself answers.</summary>
    internal async Task<JsonElement> RestAsync(string address)
    {
        using var response = await rest.GetAsync(address);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{address}: {(int)response.StatusCode}");
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return document.RootElement.Clone();
    }

    /// <summary>All rows of a collection, of which the stand-in gives up to a hundred a call.</summary>
    internal async Task<IReadOnlyList<JsonElement>> RestRowsAsync(string address, int atMost = int.MaxValue)
    {
        List<JsonElement> rows = [];
        while (true)
        {
            var page = await RestAsync($"{address}{(address.Contains('?') ? '&' : '?')}limit=100&offset={rows.Count}");
            rows.AddRange(page.GetProperty("results").EnumerateArray());
            if (rows.Count >= page.GetProperty("count").GetInt32() || rows.Count >= atMost)
                return rows;
        }
    }
}
