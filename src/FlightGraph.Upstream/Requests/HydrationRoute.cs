using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Documents;

namespace FlightGraph.Upstream.Requests;

/// <summary>
/// How to come by a field that a document left out: an object to ask for by its id, and the way from there back to the
/// object whose field is wanted.
/// </summary>
/// <param name="Resource">Where to ask.</param>
/// <param name="Id">For what.</param>
/// <param name="Steps">The nested objects to walk through in the answer; none when the object itself is asked for.</param>
public sealed record HydrationRoute(Resource Resource, string Id, IReadOnlyList<HydrationStep> Steps)
{
    /// <summary>
    /// The nearest object, the owner itself or one that holds it, whose full document has the field by the contract. Null
    /// when there is none.
    /// </summary>
    public static HydrationRoute? Find(ResourceObject owner, EntityField field)
    {
        List<HydrationStep> steps = [];
        for (var candidate = owner; candidate is not null; candidate = candidate.Parent)
        {
            if (candidate is { Id: { } id, Entity.Resource: { } resource } && resource.Detail.Carries([.. steps.Select(step => step.Field)], field))
                return new HydrationRoute(resource, id, steps);
            if (candidate.ParentField is { } parentField)
                steps.Insert(0, HydrationStep.To(candidate, parentField));
        }

        return null;
    }

    /// <summary>The object at the end of the way; null when the answer does not have it.</summary>
    public ResourceObject? Follow(ResourceObject answer)
    {
        var current = answer;
        foreach (var step in Steps)
        {
            if (step.Follow(current) is not { } next)
                return null;
            current = next;
        }

        return current;
    }
}
