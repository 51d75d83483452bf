using System.Collections.Frozen;
using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Documents;

namespace FlightGraph.Upstream.Requests;

/// <summary>
/// Fields that a document leaves out because they lead back to what holds the object: a launch shows its flights without their
/// launch, which is itself.
/// </summary>
public static class BackLink
{
    /// <summary>For each field the fields that lead down to its owner, the nearest first.</summary>
    private static readonly FrozenDictionary<string, string[]> Ways = new Dictionary<string, string[]>
    {
        ["SpacecraftFlight.launch"] = ["spacecraft_stage", "rocket"],
        ["PayloadFlight.launch"] = ["payloads", "rocket"],
        ["Pad.location"] = ["pads"],
        ["FirstStage.landing"] = ["firststage"],
        ["Landing.firststage"] = ["landing"],
        ["Landing.spacecraftflight"] = ["landing"],
        ["Landing.payloadflight"] = ["landing"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The object that holds the owner and is what the field means; null where the field leads elsewhere.</summary>
    public static ResourceObject? Follow(ResourceObject owner, EntityField field)
    {
        if (!Ways.TryGetValue(field.ToString(), out var way))
            return null;
        var here = owner;
        foreach (var step in way)
        {
            if (here.ParentField?.Name != step || here.Parent is not { } parent)
                return null;
            here = parent;
        }

        return here.Entity == field.Child ? here : null;
    }

    /// <summary>Whether the field leads back along a path.</summary>
    /// <param name="field">The field of the object at the path's end.</param>
    /// <param name="path">The fields that lead to that object.</param>
    public static bool LeadsBack(EntityField field, IReadOnlyList<EntityField> path) => HolderOf(field, path) is not null;

    /// <summary>How many of the path's fields lead to the object that the field leads back to; null where it leads elsewhere.</summary>
    public static int? HolderOf(EntityField field, IReadOnlyList<EntityField> path)
    {
        if (!Ways.TryGetValue(field.ToString(), out var way) || path.Count < way.Length)
            return null;
        var leadsBack = way.Select((step, i) => path[path.Count - 1 - i].Name == step).All(fits => fits) && path[path.Count - way.Length].Owner == field.Child;
        return leadsBack ? path.Count - way.Length : null;
    }
}
