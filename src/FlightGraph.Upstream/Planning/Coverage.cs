using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Documents;
using FlightGraph.Upstream.Requests;

namespace FlightGraph.Upstream.Planning;

/// <summary>
/// Whether an object has by itself what is asked of it. Objects below it that can be asked for by their own id only need to be
/// named; what hangs on them is their own affair. Objects that cannot are part of it.
/// </summary>
public static class Coverage
{
    /// <summary>What is docked at a port stands in no document of the port; there is another way to it.</summary>
    public static bool IsElsewhere(EntityField field) => field is { Owner.Name: "DockingLocation", Name: "currently_docked" };

    public static bool Covers(this ResourceObject value, Projection need)
    {
        foreach (var (field, below) in need.Fields)
        {
            if (IsElsewhere(field))
                continue;
            var found = value[field];
            if (found.Kind == FieldValueKind.Absent && BackLink.Follow(value, field) is null)
                return false;
            if (below is null || !IsPart(field.Child!))
                continue;
            if (found.Kind == FieldValueKind.Object && !found.Object.Covers(below))
                return false;
            if (found.Kind == FieldValueKind.List && !found.List.All(item => item.Covers(below)))
                return false;
        }

        return true;
    }

    /// <summary>The same for all objects that are written in the variant.</summary>
    /// <param name="path">The fields that lead to them, from the document's root on; none where they are the root.</param>
    public static bool Covers(this Variant variant, Projection need, params IReadOnlyList<EntityField> path) => need.Fields.All(pair =>
        IsElsewhere(pair.Key)
        || BackLink.LeadsBack(pair.Key, path)
        || (variant.Carries(pair.Key) && (pair.Value is null || !IsPart(pair.Key.Child!) || variant.Child(pair.Key)!.Covers(pair.Value, [.. path, pair.Key]))));

    /// <summary>
    /// How many places in the need, the objects below included, the variant leaves open: each may cost further calls. What is
    /// open is then filled with the full document, which may leave others open.
    /// </summary>
    public static int CountGaps(this Variant variant, Projection need, params IReadOnlyList<EntityField> path) =>
        variant.Covers(need, path) ? CountGapsBelow(variant, need, path) : 1 + CountGapsBelow(variant.Entity.Resource?.Detail ?? variant, need, []);

    /// <summary>The mode that leaves the fewest places open, the thinnest of those.</summary>
    public static ResourceMode Choose(this Projection need, IReadOnlyList<ResourceMode> modes) =>
        modes.MinBy(mode => mode.Variant.CountGaps(need))!;

    private static int CountGapsBelow(Variant variant, Projection need, IReadOnlyList<EntityField> path) => need.Fields.Sum(pair =>
        pair.Value is not { } below || variant.Child(pair.Key) is not { } child ? 0
        : IsPart(child.Entity) ? CountGapsBelow(child, below, [.. path, pair.Key])
        : child.CountGaps(below, [.. path, pair.Key]));

    private static bool IsPart(Entity entity) => entity.Resource is null;
}
