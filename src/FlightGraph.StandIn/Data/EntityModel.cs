using System.Collections.Frozen;
using FlightGraph.StandIn.Contract;

namespace FlightGraph.StandIn.Data;

/// <summary>All entities, put together from the contract's schemas and the table of computed fields.</summary>
internal sealed class EntityModel
{
    /// <summary>Entities that LL2 shows only inside others, yet are worth a file: many objects share one of them.</summary>
    private static readonly FrozenDictionary<string, string> WithoutEndpoint = new Dictionary<string, string>
    {
        ["Image"] = "images",
        ["Mission"] = "missions",
        ["SocialMedia"] = "social_media",
        ["SpaceStationType"] = "space_station_types",
        ["StarshipDashboard"] = "starship_dashboard",
    }.ToFrozenDictionary();

    private readonly FrozenDictionary<string, EntityDefinition> byName;
    private readonly FrozenDictionary<string, EntityDefinition> byCollection;

    public EntityModel(LaunchLibraryContract contract)
    {
        var endpoints = contract.Resources.Values
            .Where(resource => !resource.IsPart)
            .ToDictionary(resource => resource.Entity, resource => resource.Name);
        byName = contract.Schemas.Values
            .GroupBy(schema => schema.Entity)
            .Select(schemas => Merge(contract, schemas, endpoints.GetValueOrDefault(schemas.Key)))
            .ToFrozenDictionary(entity => entity.Name);
        byCollection = byName.Values
            .Where(entity => entity.Collection is not null)
            .ToFrozenDictionary(entity => entity.Collection!);
    }

    public IEnumerable<EntityDefinition> All => byName.Values;

    public EntityDefinition this[string entity] => byName[entity];

    public EntityDefinition? FindCollection(string collection) => byCollection.GetValueOrDefault(collection);

    private static EntityDefinition Merge(
        LaunchLibraryContract contract, IGrouping<string, SchemaDefinition> schemas, string? endpoint)
    {
        // A field that one schema promises and another leaves open is promised: records must fit all of them.
        var types = new Dictionary<string, FieldType>();
        foreach (var (name, type) in schemas.SelectMany(schema => schema.Fields))
        {
            var promised = types.TryGetValue(name, out var other) && !other.Nullable;
            types[name] = type with { Nullable = type.Nullable && !promised };
        }

        var fields = types
            .Where(field => !IsMade(field.Key, endpoint))
            .Select((field, index) => new EntityField(
                field.Key,
                index,
                field.Value,
                field.Value.Schema is { } schema ? contract.Schemas[schema].Entity : null,
                ComputedFields.Find(schemas.Key, field.Key)));
        var collection = endpoint ?? WithoutEndpoint.GetValueOrDefault(schemas.Key);
        return new EntityDefinition(schemas.Key, collection, endpoint is not null, [.. fields]);
    }

    /// <summary>Fields that tell of the answer, not of the object. Without an endpoint <c>url</c> is any web address.</summary>
    private static bool IsMade(string field, string? endpoint) =>
        field == "response_mode" || (field == "url" && endpoint is not null);
}
