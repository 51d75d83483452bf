using System.Collections.Frozen;

namespace FlightGraph.StandIn.Data;

/// <summary>A kind of object of LL2 and what a record of it holds.</summary>
internal sealed class EntityDefinition(string name, string? collection, bool hasEndpoint, IReadOnlyList<EntityField> fields)
{
    private readonly FrozenDictionary<string, EntityField> byName = fields.ToFrozenDictionary(field => field.Name);

    public string Name { get; } = name;

    /// <summary>The fixture file without its ending; null for objects that stand inline.</summary>
    public string? Collection { get; } = collection;

    /// <summary>True if LL2 serves it under an address of its own.</summary>
    public bool HasEndpoint { get; } = hasEndpoint;

    public IReadOnlyList<EntityField> Fields { get; } = fields;

    public EntityField? Find(string field) => byName.GetValueOrDefault(field);

    public EntityField Field(string field) =>
        Find(field) ?? throw new InvalidOperationException($"{Name} has no field '{field}'.");
}
