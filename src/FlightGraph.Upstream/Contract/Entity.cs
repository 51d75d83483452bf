namespace FlightGraph.Upstream.Contract;

/// <summary>
/// A kind of object of the upstream, whatever the variant it comes in: the union of the fields of all its variants.
/// </summary>
public sealed class Entity
{
    private readonly List<EntityField> fields = [];
    private readonly Dictionary<string, EntityField> byName = new(StringComparer.Ordinal);

    internal Entity(string name) => Name = name;

    /// <summary>The contract's name, <c>SpacecraftFlight</c>.</summary>
    public string Name { get; }

    public IReadOnlyList<EntityField> Fields => fields;

    /// <summary>Where the entity can be asked for by its id; null when it only comes inside others.</summary>
    public Resource? Resource { get; internal set; }

    /// <summary>The field that holds the id; null for objects without one (a link, a step of a timeline).</summary>
    public EntityField? IdField { get; private set; }

    public EntityField? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>The field of that name.</summary>
    /// <exception cref="KeyNotFoundException">No variant of the entity carries it.</exception>
    public EntityField this[string name] =>
        Find(name) ?? throw new KeyNotFoundException($"{Name} has no field '{name}' in the contract.");

    public override string ToString() => Name;

    /// <summary>Takes note of a scalar that the upstream has grown since the contract was written, in its fullest documents.</summary>
    public void Learn(string name, FieldKind kind)
    {
        var field = Add(name, kind, null);
        foreach (var variant in new[] { Resource?.Detail, Resource?.Fullest.Variant }.OfType<Variant>().Distinct())
            variant.Learn(field);
    }

    internal EntityField Add(string name, FieldKind kind, Entity? child)
    {
        if (byName.TryGetValue(name, out var known))
            return known;
        var field = new EntityField(this, name, kind, child, fields.Count);
        fields.Add(field);
        byName.Add(name, field);
        if (name == "id")
            IdField = field;
        return field;
    }

    /// <summary>
    /// The field whose name these bytes are. Upstream documents list fields in a steady order, so the one after the last
    /// found is tried first.
    /// </summary>
    internal EntityField? Find(ReadOnlySpan<byte> utf8Name, int expected)
    {
        for (var i = 0; i < fields.Count; i++)
        {
            var field = fields[(expected + i) % fields.Count];
            if (field.Utf8Name.SequenceEqual(utf8Name))
                return field;
        }

        return null;
    }
}
