using System.Text.Json;

namespace FlightGraph.Tests.Planning;

/// <summary>A call with its answer, and every object that lies in it.</summary>
internal sealed class UpstreamCall
{
    /// <summary>Where what holds an object is what the object's own field would lead to, and is therefore left out there.</summary>
    private static readonly (string Holder, string Held, string Field)[] BackLinks =
    [
        ("Launch", "SpacecraftFlight", "launch"), ("Launch", "PayloadFlight", "launch"), ("Location", "Pad", "location"),
        ("SpacecraftFlight", "Landing", "spacecraftflight"), ("PayloadFlight", "Landing", "payloadflight"),
    ];

    private readonly Dictionary<(string Entity, string Id), List<JsonElement>> objects = [];
    private readonly Dictionary<(string Entity, string Id, string Field), (string Entity, string Id)> holders = [];

    public UpstreamCall(string address, string entity, JsonElement body)
    {
        Address = address;
        Entity = entity;
        Body = body;
        Count = body.TryGetProperty("count", out var count) && body.TryGetProperty("results", out var results) ? count.GetInt32() : null;
        if (Count is null)
        {
            Index(entity, body, null);
        }
        else
        {
            Rows = [.. body.GetProperty("results").EnumerateArray()];
            foreach (var row in Rows)
                Index(entity, row, null);
        }
    }

    public string Address { get; }

    /// <summary>Of the body, or of the rows.</summary>
    public string Entity { get; }

    public JsonElement Body { get; }

    /// <summary>Of a page: how many rows the whole list has.</summary>
    public int? Count { get; }

    public IReadOnlyList<JsonElement> Rows { get; } = [];

    /// <summary>Of a page: which list it is of, and where it begins.</summary>
    public (string Identity, int Offset)? Place { get; init; }

    public IReadOnlyList<JsonElement> Copies(string entity, string id) => objects.GetValueOrDefault((entity, id)) ?? [];

    /// <summary>What the field leads to where it is left out because it is what holds the object.</summary>
    public (string Entity, string Id)? Holder(string entity, string id, string field) =>
        holders.TryGetValue((entity, id, field), out var holder) ? holder : null;

    private void Index(string entity, JsonElement value, (string Entity, string Id)? owner)
    {
        if (UpstreamFacts.ResourceOf(entity) is not null)
        {
            var key = (entity, value.GetProperty("id").ToString());
            if (!objects.TryGetValue(key, out var copies))
                objects.Add(key, copies = []);
            copies.Add(value);
            foreach (var link in BackLinks.Where(link => link.Held == entity && link.Holder == owner?.Entity))
                holders[(entity, key.Item2, link.Field)] = owner!.Value;
            owner = key;
        }

        foreach (var field in UpstreamFacts.ObjectsIn(entity))
        {
            if (!value.TryGetProperty(field.Name, out var below) || below.ValueKind == JsonValueKind.Null)
                continue;
            foreach (var item in field.IsList ? below.EnumerateArray().ToList() : [below])
                Index(field.Child!, item, owner);
        }
    }
}
