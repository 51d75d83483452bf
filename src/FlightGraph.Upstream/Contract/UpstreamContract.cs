using System.Collections.Frozen;
using System.Text.Json;

namespace FlightGraph.Upstream.Contract;

/// <summary>
/// What Launch Library 2 offers, as a table: resources with their modes and filters, entities with their variants. The one
/// place that knows paths, modes and parameter names; another version of the upstream is another table.
/// </summary>
public sealed class UpstreamContract
{
    private UpstreamContract(
        string version,
        FrozenDictionary<string, Resource> resources,
        FrozenDictionary<string, Singleton> singletons,
        FrozenDictionary<string, Entity> entities,
        FrozenDictionary<string, Variant> variants)
    {
        Version = version;
        Resources = resources;
        Singletons = singletons;
        Entities = entities;
        Variants = variants;
    }


    public string Version { get; }

    /// <summary>By path.</summary>
    public FrozenDictionary<string, Resource> Resources { get; }

    /// <summary>By path.</summary>
    public FrozenDictionary<string, Singleton> Singletons { get; }

    /// <summary>By the contract's name.</summary>
    public FrozenDictionary<string, Entity> Entities { get; }

    /// <summary>By the name of the upstream's serializer.</summary>
    public FrozenDictionary<string, Variant> Variants { get; }

    /// <summary>Reads an embedded table.</summary>
    /// <param name="version">Of the upstream, <c>2.3.0</c>.</param>
    public static UpstreamContract Load(string version)
    {
        var name = $"ll2-{version}.json";
        using var stream = typeof(UpstreamContract).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The contract '{name}' is not embedded.");
        using var document = JsonDocument.Parse(stream);
        return Read(document.RootElement);
    }

    public Entity Entity(string name) =>
        Entities.GetValueOrDefault(name) ?? throw new KeyNotFoundException($"The contract has no entity '{name}'.");

    public Resource Resource(string path) =>
        Resources.GetValueOrDefault(path) ?? throw new KeyNotFoundException($"The contract has no resource '{path}'.");

    public Singleton Singleton(string path) =>
        Singletons.GetValueOrDefault(path) ?? throw new KeyNotFoundException($"The contract has no document '{path}'.");

    private static UpstreamContract Read(JsonElement root)
    {
        var entities = new Dictionary<string, Entity>(StringComparer.Ordinal);
        var variants = new Dictionary<string, Variant>(StringComparer.Ordinal);

        var withResource = root.GetProperty("resources").EnumerateObject()
            .Select(resource => resource.Value.GetProperty("entity").GetString()!)
            .ToHashSet(StringComparer.Ordinal);

        // Names first, fields second: variants refer to one another in circles.
        foreach (var schema in root.GetProperty("schemas").EnumerateObject())
        {
            var entityName = schema.Value.GetProperty("entity").GetString()!;
            if (!entities.TryGetValue(entityName, out var entity))
                entities.Add(entityName, entity = new Entity(entityName));
            variants.Add(schema.Name, new Variant(schema.Name, entity));
        }

        foreach (var schema in root.GetProperty("schemas").EnumerateObject())
        {
            var variant = variants[schema.Name];
            variant.Fill(schema.Value.GetProperty("fields").EnumerateObject()
                .Where(field => !IsAboutRest(variant.Entity.Name, field.Name, withResource))
                .Select(field => Field(variant.Entity, field.Name, field.Value.GetString()!, variants))
                .ToDictionary(pair => pair.Field, pair => pair.Child));
        }

        var resources = root.GetProperty("resources").EnumerateObject()
            .Select(resource => Resource(resource.Name, resource.Value, entities, variants))
            .ToFrozenDictionary(resource => resource.Path, StringComparer.Ordinal);

        // A path within another ("launches/upcoming") is a view of the same rows; the entity's own resource is the shortest.
        foreach (var resource in resources.Values.OrderByDescending(resource => resource.Path.Length))
            resource.Entity.Resource = resource;

        var singletons = root.GetProperty("singletons").EnumerateObject()
            .Select(document => new Singleton(document.Name, Modes(document.Value, variants)))
            .ToFrozenDictionary(document => document.Path, StringComparer.Ordinal);
        return new UpstreamContract(root.GetProperty("version").GetString()!, resources, singletons,
            entities.ToFrozenDictionary(StringComparer.Ordinal), variants.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>
    /// <c>response_mode</c> and the address of a document itself say how it was asked for, not what it is. An object that
    /// cannot be asked for is different: a link's <c>url</c> is the link.
    /// </summary>
    private static bool IsAboutRest(string entity, string field, HashSet<string> withResource) =>
        field == "response_mode" || (field == "url" && withResource.Contains(entity));

    private static (EntityField Field, Variant? Child) Field(Entity entity, string name, string type, Dictionary<string, Variant> variants)
    {
        type = type.TrimEnd('?');
        if (type.StartsWith('['))
        {
            var item = variants[type.Trim('[', ']')];
            return (entity.Add(name, FieldKind.List, item.Entity), item);
        }

        if (variants.TryGetValue(type, out var child))
            return (entity.Add(name, FieldKind.Object, child.Entity), child);

        return (entity.Add(name, ScalarKind(type), null), null);
    }

    private static FieldKind ScalarKind(string type) => type switch
    {
        "string" => FieldKind.Text,
        "integer" => FieldKind.Integer,
        "number" => FieldKind.Number,
        "boolean" => FieldKind.Boolean,
        "date-time" => FieldKind.DateTime,
        "date" => FieldKind.Date,
        "duration" => FieldKind.Duration,
        "uri" => FieldKind.Uri,
        "uuid" => FieldKind.Uuid,
        _ => throw new InvalidOperationException($"The contract uses a type '{type}' that nobody knows."),
    };

    private static Resource Resource(string path, JsonElement row, Dictionary<string, Entity> entities, Dictionary<string, Variant> variants) => new()
    {
        Path = path,
        Entity = entities[row.GetProperty("entity").GetString()!],
        HasUuids = row.GetProperty("id").GetString() == "uuid",
        Modes = Modes(row, variants),
        Detail = variants[row.GetProperty("detail").GetString()!],
        BatchFilter = Strings(row, "batch").FirstOrDefault(),
        Filters = Texts(row, "filters"),
        Orderings = [.. Strings(row, "ordering")],
        SearchFields = [.. Strings(row, "search")],
        ParentPaths = Texts(row, "parents"),
    };

    private static IReadOnlyList<ResourceMode> Modes(JsonElement row, Dictionary<string, Variant> variants) =>
    [
        .. row.GetProperty("modes").EnumerateObject()
            .Select(mode => new ResourceMode(mode.Name == "single" ? null : mode.Name, variants[mode.Value.GetString()!])),
    ];

    private static FrozenDictionary<string, string> Texts(JsonElement row, string name) => row.TryGetProperty(name, out var map)
        ? map.EnumerateObject().ToFrozenDictionary(pair => pair.Name, pair => pair.Value.GetString()!, StringComparer.Ordinal)
        : FrozenDictionary<string, string>.Empty;

    private static IEnumerable<string> Strings(JsonElement row, string name) =>
        row.TryGetProperty(name, out var list) ? list.EnumerateArray().Select(item => item.GetString()!) : [];
}
