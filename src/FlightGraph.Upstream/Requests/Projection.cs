using FlightGraph.Upstream.Contract;

namespace FlightGraph.Upstream.Requests;

/// <summary>The part of an entity that a query really asks for: fields, and below nested ones their own projection.</summary>
/// <param name="Fields">The value is null for scalars.</param>
public sealed record Projection(IReadOnlyDictionary<EntityField, Projection?> Fields)
{
    /// <summary>Asks for nothing: any variant will do.</summary>
    public static Projection Nothing { get; } = new(new Dictionary<EntityField, Projection?>());

    /// <summary>Lists that lead on from the entity through a filter of the upstream.</summary>
    public IReadOnlyList<ProjectedEdge> Edges { get; init; } = [];

    /// <summary>The same and what lies at the end of a way through nested objects.</summary>
    public Projection With(ReadOnlySpan<EntityField> path)
    {
        var fields = new Dictionary<EntityField, Projection?>(Fields);
        if (path.Length == 1)
            fields.TryAdd(path[0], path[0].Child is null ? null : Nothing);
        else if (path.Length > 1)
            fields[path[0]] = (fields.GetValueOrDefault(path[0]) ?? Nothing).With(path[1..]);
        return this with { Fields = fields };
    }

    /// <summary>All that objects written in the variant have, so that nothing thinner does.</summary>
    public static Projection Everything(Variant variant) => new(variant.Fields.ToDictionary(field => field, _ => (Projection?)null));

    /// <summary>What is asked of the objects alone, without the rows that name them.</summary>
    public Projection WithoutEdges() => new(Fields.ToDictionary(pair => pair.Key, pair => pair.Value?.WithoutEdges()));

    /// <summary>What either asks for.</summary>
    public Projection And(Projection other)
    {
        if (ReferenceEquals(this, other))
            return this;
        var fields = new Dictionary<EntityField, Projection?>(Fields);
        foreach (var (field, below) in other.Fields)
            fields[field] = fields.TryGetValue(field, out var known) && known is not null && below is not null ? known.And(below) : known ?? below;
        return new Projection(fields) { Edges = [.. Edges, .. other.Edges] };
    }
}
