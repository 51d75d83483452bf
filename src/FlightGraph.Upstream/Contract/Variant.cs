using System.Collections.Frozen;
using FlightGraph.Upstream.Requests;

namespace FlightGraph.Upstream.Contract;

/// <summary>
/// One of the forms in which the upstream writes an entity: <c>AgencyMini</c> has six fields, <c>AgencyEndpointDetailed</c> all.
/// </summary>
public sealed class Variant
{
    private FrozenDictionary<EntityField, Variant?> carried = FrozenDictionary<EntityField, Variant?>.Empty;

    internal Variant(string name, Entity entity)
    {
        Name = name;
        Entity = entity;
    }

    public string Name { get; }

    public Entity Entity { get; }

    /// <summary>The fields that a document of this variant has.</summary>
    public IEnumerable<EntityField> Fields => carried.Keys;

    public bool Carries(EntityField field) => carried.ContainsKey(field);

    /// <summary>The variant in which a nested object or list comes; null for scalars and for fields not carried.</summary>
    public Variant? Child(EntityField field) => carried.GetValueOrDefault(field);

    /// <summary>True when a document of this variant answers the whole projection.</summary>
    public bool Carries(Projection projection) =>
        projection.Fields.All(pair => Carries(pair.Key) && (pair.Value is null || Child(pair.Key) is not { } child || child.Carries(pair.Value)));

    /// <summary>True when the object at the end of the path has the field.</summary>
    public bool Carries(ReadOnlySpan<EntityField> path, EntityField field)
    {
        var variant = this;
        foreach (var step in path)
        {
            if (variant.Child(step) is not { } child)
                return false;
            variant = child;
        }

        return variant.Carries(field);
    }

    internal void Learn(EntityField field) =>
        carried = carried.Append(KeyValuePair.Create(field, (Variant?)null)).ToFrozenDictionary();

    internal void Fill(Dictionary<EntityField, Variant?> fields) => carried = fields.ToFrozenDictionary();
}
