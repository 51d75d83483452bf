using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Documents;

namespace FlightGraph.Upstream.Requests;

/// <summary>From an object to one nested in it: by the id in a list, by the place where the items have none.</summary>
public sealed record HydrationStep(EntityField Field, string? Id, int Place)
{
    internal static HydrationStep To(ResourceObject nested, EntityField field)
    {
        var place = field.Kind == FieldKind.List && nested.Parent![field] is { Kind: FieldValueKind.List } list ? IndexOf(list.List, nested) : 0;
        return new HydrationStep(field, nested.Id, place);
    }

    internal ResourceObject? Follow(ResourceObject from)
    {
        var value = from[Field];
        return value.Kind switch
        {
            FieldValueKind.Object => Id is null || value.Object.Id == Id ? value.Object : null,
            FieldValueKind.List => Id is null ? value.List.ElementAtOrDefault(Place) : value.List.FirstOrDefault(item => item.Id == Id),
            _ => null,
        };
    }

    private static int IndexOf(IReadOnlyList<ResourceObject> items, ResourceObject item)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (ReferenceEquals(items[i], item))
                return i;
        }

        return 0;
    }
}
