using System.Text;

namespace FlightGraph.Upstream.Contract;

/// <summary>A field that at least one variant of an entity carries.</summary>
public sealed class EntityField
{
    private readonly byte[] utf8Name;

    internal EntityField(Entity owner, string name, FieldKind kind, Entity? child, int index)
    {
        Owner = owner;
        Name = name;
        Kind = kind;
        Child = child;
        Index = index;
        utf8Name = Encoding.UTF8.GetBytes(name);
    }

    public Entity Owner { get; }

    /// <summary>The upstream's own name, <c>launch_service_provider</c>.</summary>
    public string Name { get; }

    public FieldKind Kind { get; }

    /// <summary>The entity that an <see cref="FieldKind.Object"/> or <see cref="FieldKind.List"/> holds.</summary>
    public Entity? Child { get; }

    /// <summary>The field's place among all fields of its entity.</summary>
    public int Index { get; }

    internal ReadOnlySpan<byte> Utf8Name => utf8Name;

    public override string ToString() => $"{Owner.Name}.{Name}";
}
