using System.Text.Json;
using FlightGraph.Upstream.Contract;

namespace FlightGraph.Benchmarks.Store;

/// <summary>All objects of an answer that can be asked for by an id, wherever they stand in it.</summary>
internal static class ContainedObjects
{
    public static IEnumerable<(string Key, byte[] Json)> Of(Answer answer, UpstreamContract contract)
    {
        var path = answer.Key.Split('?')[0].TrimEnd('/');
        var entity = contract.Resource(answer.IsPage ? path : path[..path.LastIndexOf('/')]).Entity;
        using var document = JsonDocument.Parse(answer.Body);
        foreach (var row in answer.IsPage ? Items(document.RootElement.GetProperty("results")) : [document.RootElement])
        {
            foreach (var found in In(row, entity))
                yield return found;
        }
    }

    private static IEnumerable<(string Key, byte[] Json)> In(JsonElement value, Entity entity)
    {
        if (value.ValueKind != JsonValueKind.Object)
            yield break;
        if (entity.Resource is not null && value.TryGetProperty("id", out var id))
            yield return ($"{entity.Name}:{id}", JsonSerializer.SerializeToUtf8Bytes(value));
        foreach (var field in entity.Fields)
        {
            if (field.Child is null || !value.TryGetProperty(field.Name, out var below))
                continue;
            foreach (var found in Items(below).SelectMany(item => In(item, field.Child)))
                yield return found;
        }
    }

    private static IEnumerable<JsonElement> Items(JsonElement value) => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];
}
