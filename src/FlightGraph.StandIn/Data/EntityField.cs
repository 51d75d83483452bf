using FlightGraph.StandIn.Contract;

namespace FlightGraph.StandIn.Data;

/// <summary>A field of an entity, over all the schemas that show it.</summary>
internal sealed class EntityField(string name, int index, FieldType type, string? target, ComputedField? computed)
{
    public string Name { get; } = name;

    /// <summary>The place of the value in a record.</summary>
    public int Index { get; } = index;

    public ValueKind Kind { get; } = type.Kind;

    /// <summary>True if every schema that has the field allows null.</summary>
    public bool Nullable { get; } = type.Nullable;

    /// <summary>The entity of the related objects; null for scalars.</summary>
    public string? Target { get; } = target;

    public ComputedField? Computed { get; } = computed;

    public bool IsTyped => Computed is null or { OrTyped: true };
}
