using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;

namespace FlightGraph.Tests.Planning;

/// <summary>The stand-in's answers, each asked for once.</summary>
internal sealed class UpstreamAnswers(HttpClient http)
{
    private readonly ConcurrentDictionary<string, Task<JsonElement?>> bodies = new();

    /// <summary>The body; null when there is no such object.</summary>
    public Task<JsonElement?> GetAsync(string address) => bodies.GetOrAdd(address, ReadAsync);

    /// <summary>The full document.</summary>
    public Task<JsonElement?> GetAsync(string entity, string id) => GetAsync($"{UpstreamFacts.ResourceOf(entity)!.Path}/{id}/");

    private async Task<JsonElement?> ReadAsync(string address)
    {
        using var response = await http.GetAsync(address);
        if (response.StatusCode == HttpStatusCode.NotFound)
            return null;
        Assert.True(response.IsSuccessStatusCode, $"{address}: {response.StatusCode}");
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        // What there is one of comes in a list of one.
        return (document.RootElement.ValueKind == JsonValueKind.Array ? document.RootElement[0] : document.RootElement).Clone();
    }
}
