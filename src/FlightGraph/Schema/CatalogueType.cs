using System.Collections.Frozen;
using FlightGraph.Schema.Edges;
using FlightGraph.Upstream.Contract;

namespace FlightGraph.Schema;

/// <summary>A declared type with the entity behind it.</summary>
internal sealed class CatalogueType
{
    /// <summary>The interface of all that can be asked for by its node id.</summary>
    public const string NodeName = "Node";

    private readonly ObjectDefinition definition;
    private FrozenDictionary<string, CatalogueField> fieldsByName = FrozenDictionary<string, CatalogueField>.Empty;
    private FrozenSet<string> matches = FrozenSet<string>.Empty;

    public CatalogueType(ObjectDefinition definition, Entity entity)
    {
        this.definition = definition;
        Entity = entity;
    }

    public string Name => definition.Name;

    public string Description => definition.Description;

    public Entity Entity { get; }

    public IReadOnlyList<CatalogueField> Fields { get; private set; } = [];

    public IReadOnlyList<CatalogueEdge> Edges { get; private set; } = [];

    public IReadOnlyList<CatalogueGather> Gathers { get; private set; } = [];

    /// <summary>Whether the upstream's ids of this type are UUIDs.</summary>
    public bool HasUuids => Entity.IdField?.Kind == FieldKind.Uuid;

    /// <summary>Whether the upstream can be asked for an object of this type by its id.</summary>
    public bool IsNode => Entity is { IdField: not null, Resource: not null };

    public CatalogueField? Find(string name) => fieldsByName.GetValueOrDefault(name);

    /// <summary>Whether a fragment on that type fits: the type itself, one of its interfaces or unions.</summary>
    public bool Is(string typeName) => matches.Contains(typeName);

    internal void LinkFields(SchemaCatalogue catalogue)
    {
        Fields = [.. definition.Fields.Select(field => new CatalogueField(this, field, catalogue))];
        fieldsByName = Fields.ToFrozenDictionary(field => field.Name, StringComparer.Ordinal);
    }

    internal void LinkEdges(IReadOnlyList<CatalogueEdge> edges, IReadOnlyList<CatalogueGather> gathers, IEnumerable<string> abstractNames)
    {
        Edges = edges;
        Gathers = gathers;
        matches = abstractNames.Append(Name).ToFrozenSet(StringComparer.Ordinal);
    }
}
