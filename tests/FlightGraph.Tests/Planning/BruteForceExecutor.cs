using System.Text.Json;
using System.Text.Json.Nodes;

namespace FlightGraph.Tests.Planning;

/// <summary>
/// Answers an operation in the simplest way there is: each object's own full document is asked for, whatever lies in the
/// documents at hand.
/// </summary>
internal sealed class BruteForceExecutor(UpstreamAnswers upstream)
{
    public async Task<JsonObject> RunAsync(IReadOnlyList<AskedField> operation)
    {
        var data = new JsonObject();
        foreach (var field in operation)
            data[field.Key] = await RootAsync(field);
        return data;
    }

    private async Task<JsonNode?> RootAsync(AskedField field)
    {
        var root = AskedRoot.Of(field);
        if (root.Document is { } document)
            return await ObjectAsync(document.Entity, (await upstream.GetAsync($"{document.Path}/?mode={document.Fullest}"))!.Value, null, field.Children);
        if (root.Shape == RootShape.Connection)
            return await ConnectionAsync(root.Rows!, field);

        IEnumerable<(string Entity, string Id)> objects = root.Objects;
        if (root.Rows is { } question)
            objects = (await PageAsync(question)).Rows.Select(row => (question.Resource.Entity, row.GetProperty("id").ToString()));
        var values = new JsonArray();
        foreach (var (entity, id) in objects)
            values.Add(await ByIdAsync(entity, id, field.Children));
        if (root.Shape == RootShape.List)
            return values;
        return values.Count == 0 ? null : values[0]?.DeepClone();
    }

    private async Task<JsonNode> ConnectionAsync(ListQuestion question, AskedField field)
    {
        var (count, rows) = await PageAsync(question);
        var connection = new JsonObject();
        foreach (var part in field.Children)
        {
            var items = new JsonArray();
            foreach (var row in part.Name is "nodes" or "edges" ? rows : [])
            {
                var nodes = part.Name == "nodes" ? [part] : part.Children;
                var values = new JsonObject();
                foreach (var node in nodes)
                    values[node.Key] = await ByIdAsync(question.Resource.Entity, row.GetProperty("id").ToString(), node.Children);
                items.Add(part.Name == "nodes" ? values[part.Key]?.DeepClone() : values);
            }

            connection[part.Key] = part.Name == "totalCount" ? count : items;
        }

        return connection;
    }

    private async Task<(int Count, IReadOnlyList<JsonElement> Rows)> PageAsync(ListQuestion question)
    {
        var page = (await upstream.GetAsync(question.Address(0, question.Size)))!.Value;
        var count = page.GetProperty("count").GetInt32();
        if (question.FromEnd)
            page = (await upstream.GetAsync(question.Address(Math.Max(0, count - question.Size), question.Size)))!.Value;
        return (count, [.. page.GetProperty("results").EnumerateArray()]);
    }

    private async Task<JsonNode?> ByIdAsync(string entity, string id, IReadOnlyList<AskedField> fields) =>
        await upstream.GetAsync(entity, id) is { } full ? await ObjectAsync(entity, full, null, fields) : null;

    /// <param name="value">The full document, or the object in its parent's where it has none of its own.</param>
    private async Task<JsonNode> ObjectAsync(string entity, JsonElement value, JsonElement? parent, IReadOnlyList<AskedField> fields)
    {
        var result = new JsonObject();
        foreach (var field in fields.Where(field => UpstreamFacts.IsFor(field.On, entity)))
            result[field.Key] = await FieldAsync(entity, value, parent, field);
        return result;
    }

    private async Task<JsonNode?> FieldAsync(string entity, JsonElement value, JsonElement? parent, AskedField field)
    {
        if (field.Name == "__typename")
            return UpstreamFacts.TypeOf(entity);
        if (field.Name == "id")
            return $"{UpstreamFacts.TypeOf(entity)}:{value.GetProperty("id")}";
        if (UpstreamFacts.Edge(entity, field.Name) is { } edge)
            return await ConnectionAsync(ListQuestion.Of(edge.Path, field).For(edge.Parameter, [value.GetProperty(edge.By).ToString()]), field);
        if (UpstreamFacts.Gather(entity, field.Name) is { } ways)
            return await GatherAsync(entity, value, ways, field);
        if (field.Name == "currentlyDocked")
            return await CurrentlyDockedAsync(value, field);
        // A landing shows its stage without the landing, which is itself.
        if (entity == "FirstStage" && field.Name == "landing" && !value.TryGetProperty("landing", out _))
            return await NestedAsync("Landing", parent!.Value, value, field);

        var known = UpstreamFacts.Field(entity, field.Name == "launchLibraryId" ? "id" : field.Name)!;
        var below = value.GetProperty(known.Name);
        return known.Child is null ? Scalar(known.Name, below) : await NestedAsync(known.Child, below, value, field);
    }

    private async Task<JsonNode?> NestedAsync(string entity, JsonElement value, JsonElement parent, AskedField field)
    {
        if (value.ValueKind == JsonValueKind.Null)
            return null;
        if (value.ValueKind != JsonValueKind.Array)
        {
            return UpstreamFacts.ResourceOf(entity) is null
                ? await ObjectAsync(entity, value, parent, field.Children)
                : await ByIdAsync(entity, value.GetProperty("id").ToString(), field.Children);
        }

        var items = new JsonArray();
        foreach (var item in value.EnumerateArray())
            items.Add(await NestedAsync(entity, item, parent, field));
        return items;
    }

    /// <summary>What is docked at a port stands in the list of ports of its station.</summary>
    private async Task<JsonNode?> CurrentlyDockedAsync(JsonElement port, AskedField field)
    {
        if (port.GetProperty("spacestation") is not { ValueKind: JsonValueKind.Object } station)
            return null;
        var full = (await upstream.GetAsync("SpaceStation", station.GetProperty("id").ToString()))!.Value;
        var same = full.GetProperty("docking_location").EnumerateArray().First(other => other.GetProperty("id").ToString() == port.GetProperty("id").ToString());
        return await NestedAsync("DockingEvent", same.GetProperty("currently_docked"), same, field);
    }

    private async Task<JsonNode?> GatherAsync(string owner, JsonElement value, string[] ways, AskedField field)
    {
        List<(string Entity, string Id)> found = [];
        foreach (var way in ways)
            await CollectAsync(owner, value, way.Split('.'), found);
        var isList = ways[0].Contains('.', StringComparison.Ordinal);
        var items = new JsonArray();
        foreach (var (entity, id) in found.Distinct().Take(isList ? int.MaxValue : 1))
            items.Add(await ByIdAsync(entity, id, field.Children));
        return isList ? items : items.FirstOrDefault()?.DeepClone();
    }

    private async Task CollectAsync(string entity, JsonElement value, string[] way, List<(string Entity, string Id)> found)
    {
        if (UpstreamFacts.ResourceOf(entity) is not null && way.Length > 0)
            value = (await upstream.GetAsync(entity, value.GetProperty("id").ToString()))!.Value;
        if (way.Length == 0)
        {
            found.Add((entity, value.GetProperty("id").ToString()));
            return;
        }

        var step = UpstreamFacts.Raw(entity, way[0]);
        var next = value.GetProperty(step.Name);
        foreach (var item in next.ValueKind == JsonValueKind.Array ? next.EnumerateArray().ToList() : next.ValueKind == JsonValueKind.Null ? [] : [next])
            await CollectAsync(step.Child!, item, way[1..], found);
    }

    /// <summary>The gateway undoes the upstream's ways of writing nothing.</summary>
    private static JsonNode? Scalar(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String when value.GetString()!.Length == 0 => null,
        JsonValueKind.Number when name == "probability" && value.GetInt32() < 0 => null,
        _ => JsonNode.Parse(value.GetRawText()),
    };
}
