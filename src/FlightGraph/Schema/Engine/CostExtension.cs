using FlightGraph.DataLoaders;
using GraphQL;

namespace FlightGraph.Schema.Engine;

/// <summary><c>extensions.cost</c>: the plan, and the calls that were made.</summary>
internal static class CostExtension
{
    public static ExecutionResult Add(ExecutionResult result, OperationContext context, CostMode mode)
    {
        var estimate = context.Gate.Estimate;
        var calls = context.Loaders.Use.Cost.Calls;
        var cost = new Dictionary<string, object?>
        {
            ["planned"] = estimate.Calls,
            ["plan"] = estimate.Fields.Select(field => new Dictionary<string, object?>
            {
                ["field"] = field.Coordinate,
                ["resource"] = field.Resource,
                ["calls"] = field.Calls,
            }).ToList(),
        };
        if (mode == CostMode.Validate)
            return new ExecutionResult { Executed = true, Extensions = new Dictionary<string, object?> { ["cost"] = cost } };

        cost["made"] = calls.Count(call => call.Origin == CallOrigin.Fetched);
        cost["calls"] = calls.Select(call => new Dictionary<string, object?>
        {
            ["resource"] = call.Resource,
            ["mode"] = call.Mode,
            ["fields"] = call.Purposes,
            ["keys"] = call.Keys,
            ["origin"] = call.Origin.ToString().ToUpperInvariant(),
            ["bytes"] = call.Bytes,
            ["milliseconds"] = Math.Round(call.Elapsed.TotalMilliseconds, 1),
        }).ToList();
        result.Extensions = new Dictionary<string, object?>(result.Extensions ?? []) { ["cost"] = cost };
        return result;
    }
}
