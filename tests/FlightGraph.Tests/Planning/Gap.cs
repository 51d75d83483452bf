using System.Text.Json;

namespace FlightGraph.Tests.Planning;

/// <summary>Something that an operation selects and that no call so far has brought: a field of an object, or rows.</summary>
/// <param name="Entity">Of the object; of what is listed.</param>
/// <param name="Id">The object's; null for rows and for documents that there is one of.</param>
internal sealed record Gap(string Entity, string? Id)
{
    /// <summary>From the object to the part of it that lacks the field.</summary>
    public IReadOnlyList<(string Field, int Place)> Way { get; init; } = [];

    public string Field { get; init; } = "";

    public ListQuestion? Rows { get; init; }

    /// <summary>Of rows that belong to an owner: how, and the owner's id.</summary>
    public (UpstreamEdge Edge, string Owner)? OwnedBy { get; init; }

    public UpstreamResource? Document { get; init; }

    /// <summary>Whether the call brings what is missing of the object.</summary>
    public bool IsFilledBy(UpstreamCall call) =>
        Id is not null && (call.Copies(Entity, Id).Any(copy => At(copy) is { } part && part.TryGetProperty(Field, out _))
            || (Way.Count == 0 && call.Holder(Entity, Id, Field) is not null));

    private JsonElement? At(JsonElement value)
    {
        foreach (var (field, place) in Way)
        {
            if (!value.TryGetProperty(field, out var next) || next.ValueKind == JsonValueKind.Null)
                return null;
            if (next.ValueKind == JsonValueKind.Array && place >= next.GetArrayLength())
                return null;
            value = next.ValueKind == JsonValueKind.Array ? next[place] : next;
        }

        return value;
    }
}
