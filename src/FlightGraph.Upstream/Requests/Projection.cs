using FlightGraph.Upstream.Contract;

namespace FlightGraph.Upstream.Requests;

/// <summary>The part of an entity that a query really asks for: fields, and below nested ones their own projection.</summary>
/// <param name="Fields">The value is null for scalars.</param>
public sealed record Projection(IReadOnlyDictionary<EntityField, Projection?> Fields)
{
    /// <summary>Asks for nothing: any variant will do.</summary>
    public static Projection Nothing { get; } = new(new Dictionary<EntityField, Projection?>());

    /// <summary>The same and these scalars.</summary>
    public Projection With(IEnumerable<EntityField> scalars)
    {
        var fields = new Dictionary<EntityField, Projection?>(Fields);
        foreach (var field in scalars)
            fields.TryAdd(field, null);
        return new Projection(fields);
    }

    /// <summary>
    /// The thinnest mode that answers the projection; where none does, the fullest one, which leaves least to hydrate.
    /// </summary>
    public ResourceMode Choose(Resource resource)
    {
        foreach (var mode in resource.Modes)
        {
            if (mode.Variant.Carries(this))
                return mode;
        }

        return resource.Fullest;
    }
}
