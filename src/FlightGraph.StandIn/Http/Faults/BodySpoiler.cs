using System.Text.Json;
using System.Text.Json.Nodes;
using FlightGraph.StandIn.Contract;

namespace FlightGraph.StandIn.Http.Faults;

/// <summary>Changes bodies so that they still are JSON, but not what was promised.</summary>
internal sealed class BodySpoiler(LaunchLibraryContract contract, Random random)
{
    private readonly Lock gate = new();

    /// <summary>In each record one value, drawn by lot among those that are never null, at any depth.</summary>
    public ReadOnlyMemory<byte> WithNull(byte[] body, HttpContext context)
    {
        if (context.Features.Get<AnsweredSchema>() is not { } schema || JsonNode.Parse(body) is not { } root)
            return body;

        foreach (var record in Records(root))
        {
            var promised = new List<(JsonObject Owner, string Field)>();
            Gather(record, contract.Schemas[schema.Name], promised);

            // Random is not safe for use by several requests at once.
            lock (gate)
            {
                var (owner, field) = promised[random.Next(promised.Count)];
                owner[field] = null;
            }
        }

        return JsonSerializer.SerializeToUtf8Bytes(root);
    }

    /// <summary>A field that no contract knows, in every object.</summary>
    public static ReadOnlyMemory<byte> WithExtraFields(byte[] body)
    {
        var root = JsonNode.Parse(body);
        Extend(root);
        return JsonSerializer.SerializeToUtf8Bytes(root);
    }

    private static IEnumerable<JsonObject> Records(JsonNode root) => root switch
    {
        JsonObject page when page["results"] is JsonArray rows => rows.OfType<JsonObject>(),
        JsonArray rows => rows.OfType<JsonObject>(),
        _ => [root.AsObject()],
    };

    private void Gather(JsonObject record, SchemaDefinition schema, List<(JsonObject Owner, string Field)> promised)
    {
        foreach (var (name, type) in schema.Fields)
        {
            if (record[name] is not { } value)
                continue;

            if (!type.Nullable)
                promised.Add((record, name));
            if (type.Schema is not { } nested)
                continue;

            foreach (var related in value is JsonArray list ? list.OfType<JsonObject>() : [value.AsObject()])
                Gather(related, contract.Schemas[nested], promised);
        }
    }

    private static void Extend(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject record:
                foreach (var (_, value) in record.ToArray())
                    Extend(value);
                record["field_of_the_future"] = new JsonObject { ["id"] = 1, ["name"] = "Not in the contract" };
                break;
            case JsonArray list:
                foreach (var item in list)
                    Extend(item);
                break;
        }
    }
}
