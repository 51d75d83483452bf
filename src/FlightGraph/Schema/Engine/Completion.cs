using FlightGraph.Upstream;
using FlightGraph.Upstream.Documents;
using FlightGraph.Upstream.Planning;
using GraphQL;

namespace FlightGraph.Schema.Engine;

/// <summary>
/// Exchanges an object that lacks something asked of it for a copy that has it all, remembered or fetched. The whole object is
/// exchanged, not the field alone, so that no object mixes two ages.
/// </summary>
internal static class Completion
{
    /// <summary>The object, a better copy, or a pending result that will be one.</summary>
    public static object? Of(IResolveFieldContext context, ResourceObject value)
    {
        if (value is not { Id: { } id, Entity.Resource: { } resource })
            return value;
        var operation = OperationContext.Of(context);
        var need = operation.NeedOf(context, value.Entity);
        if (value.Covers(need))
            return value;

        var loader = operation.Loaders.ById;
        var answer = loader.LoadAsync(new Need(resource, id, need, value), OperationContext.Coordinate(context));
        return answer.IsCompletedSuccessfully ? Better(answer.Result, value) : new PendingResult<UpstreamResult<ResourceObject>>(
            context,
            new(cancellationToken =>
            {
                loader.Dispatch(cancellationToken);
                return answer;
            }),
            result => Better(result, value));
    }

    /// <summary>The same for each object of a list.</summary>
    public static object? Of(IResolveFieldContext context, IReadOnlyList<ResourceObject?> values)
    {
        List<object?>? completed = null;
        for (var i = 0; i < values.Count; i++)
        {
            var item = values[i] is { } value ? Of(context, value) : null;
            // Most lists need nothing and go through as they are.
            if (completed is null && !ReferenceEquals(item, values[i]))
                completed = [.. values.Take(i)];
            completed?.Add(item);
        }

        return completed ?? (object)values;
    }

    /// <summary>Where there is no better copy, the fields that the thin one lacks tell why.</summary>
    private static ResourceObject Better(UpstreamResult<ResourceObject> result, ResourceObject thin) => result.IsFound ? result.Value : thin;
}
