using System.Net;
using System.Text.Json;

namespace FlightGraph.Tests.Support;

internal sealed record GraphQLAnswer(HttpStatusCode Status, string? MediaType, JsonElement Body)
{
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
