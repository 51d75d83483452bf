using FlightGraph.Upstream.Contract;

namespace FlightGraph.Upstream.Documents;

/// <summary>
/// An immutable view of an object in an upstream document: which entity it is, its id and what the document says of each
/// field. What the document leaves out is <see cref="FieldValueKind.Absent"/>, which is not null.
/// </summary>
public sealed class ResourceObject
{
    private readonly FieldValue[] values;

    internal ResourceObject(Entity entity, ResourceObject? parent, EntityField? parentField)
    {
        Entity = entity;
        Parent = parent;
        ParentField = parentField;
        values = new FieldValue[entity.Fields.Count];
    }

    public Entity Entity { get; }

    /// <summary>The upstream's id as text, <c>358</c> or a UUID in lower case; null for an object without one.</summary>
    public string? Id { get; private set; }

    /// <summary>The object of the same document that holds this one; null at the document's root and for the rows of a page.</summary>
    public ResourceObject? Parent { get; }

    /// <summary>The field of <see cref="Parent"/> that holds this object, alone or in its list.</summary>
    public EntityField? ParentField { get; }

    public FieldValue this[EntityField field] => values[field.Index];

    public override string ToString() => Id is null ? Entity.Name : $"{Entity.Name}:{Id}";

    internal void Set(EntityField field, FieldValue value)
    {
        values[field.Index] = value;
        if (field == Entity.IdField && value.Kind == FieldValueKind.Scalar)
            Id = value.GetText().ToLowerInvariant();
    }
}
