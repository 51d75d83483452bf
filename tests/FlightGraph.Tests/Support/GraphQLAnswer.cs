using System.Net;
using System.Text.Json;

namespace FlightGraph.Tests.Support;

internal sealed record GraphQLAnswer(HttpStatusCode Status, string? MediaType, JsonElement Body)
{
    /// <summary>The answer's <c>Age</c>, in seconds.</summary>
    public double? Age { get; init; }

    /// <summary>The answer's <c>Cache-Control</c>.</summary>
    public string? CacheControl { get; init; }

    /// <summary><c>extensions.freshness</c>; null where the answer has none.</summary>
    public (long Age, long FreshFor, bool IsStale)? Freshness =>
        Body.TryGetProperty("extensions", out var extensions) && extensions.TryGetProperty("freshness", out var freshness)
            ? (freshness.GetProperty("age").GetInt64(), freshness.GetProperty("freshFor").GetInt64(), freshness.GetProperty("stale").GetBoolean())
            : null;

    public JsonElement Data => Body.GetProperty("data");

    public IReadOnlyList<JsonElement> Errors => Body.TryGetProperty("errors", out var errors) ? [.. errors.EnumerateArray()] : [];

    /// <summary>Each error as <c>CODE at path</c>.</summary>
    public IReadOnlyList<string> ErrorSummaries => [.. Errors.Select(error =>
        $"{error.GetProperty("extensions").GetProperty("code").GetString()} at {(error.TryGetProperty("path", out var path) ? string.Join('.', path.EnumerateArray().Select(step => step.ToString())) : "-")}")];

    /// <summary>The value at a path such as <c>spacecraftFlights.nodes.0.id</c>.</summary>
    public JsonElement At(string path)
    {
        var value = Data;
        foreach (var step in path.Split('.'))
            value = value.ValueKind == JsonValueKind.Array ? value[int.Parse(step)] : value.GetProperty(step);
        return value;
    }

    public override string ToString() => Body.ToString();
}
