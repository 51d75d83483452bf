using System.Collections.Frozen;
using FlightGraph.Upstream.Contract;

namespace FlightGraph.Schema;

/// <summary>A declared type with the entity behind it.</summary>
internal sealed class CatalogueType
{
    private readonly ObjectDefinition definition;
    private FrozenDictionary<string, CatalogueField> fieldsByName = FrozenDictionary<string, CatalogueField>.Empty;

    public CatalogueType(ObjectDefinition definition, Entity entity)
    {
        this.definition = definition;
        Entity = entity;
    }

    public string Name => definition.Name;

    public string Description => definition.Description;

    public Entity Entity { get; }

    public IReadOnlyList<CatalogueField> Fields { get; private set; } = [];

    /// <summary>Whether the upstream's ids of this type are UUIDs.</summary>
    public bool HasUuids => Entity.IdField?.Kind == FieldKind.Uuid;

    public CatalogueField? Find(string name) => fieldsByName.GetValueOrDefault(name);

    internal void Link(SchemaCatalogue catalogue)
    {
        Fields = [.. definition.Fields.Select(field => new CatalogueField(this, field, catalogue))];
        fieldsByName = Fields.ToFrozenDictionary(field => field.Name, StringComparer.Ordinal);
    }
}
