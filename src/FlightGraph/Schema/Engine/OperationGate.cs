using System.Globalization;
using FlightGraph.DataLoaders;
using FlightGraph.Hosting;
using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Planning;

namespace FlightGraph.Schema.Engine;

/// <summary>
/// Stands before the first call of an operation. By then every field at the top has said what it will ask for, so that the
/// whole can be weighed before anything is spent.
/// </summary>
internal sealed class OperationGate(CostEstimator estimator, SchemaCatalogue catalogue, OperationUse use, int maxCalls, bool onlyPlans, CancellationTokenSource operation)
{
    private readonly Lock guard = new();
    private CostEstimate? estimate;

    /// <summary>Why the operation was ended before its first call; null while it was not.</summary>
    public GatewayError? Refusal { get; private set; }

    /// <summary>What the operation was foreseen to cost. Made when first asked for, so that nothing is weighed twice.</summary>
    public CostEstimate Estimate
    {
        get
        {
            lock (guard)
                return estimate ??= estimator.Estimate(use.Cost.Steps, use.Terms.Tolerance, CoordinateOf);
        }
    }

    /// <exception cref="OperationCanceledException">The operation is too expensive, or was only to be planned.</exception>
    public void Pass()
    {
        lock (guard)
        {
            if (estimate is null)
            {
                // Who allows no call gets what there is for nothing.
                if (Estimate.Calls > maxCalls && !use.Terms.Tolerance.OnlyIfRemembered)
                    Refusal = TooExpensive(Estimate);
                if (Refusal is not null || onlyPlans)
                    operation.Cancel();
            }
        }

        operation.Token.ThrowIfCancellationRequested();
    }

    private GatewayError TooExpensive(CostEstimate estimated)
    {
        var dearest = estimated.Fields[0];
        return new GatewayError(
            ErrorCodes.QueryTooExpensive,
            $"The operation would make up to {Text(estimated.Calls)} calls to the upstream; Upstream:MaxCallsPerOperation allows {Text(maxCalls)}. '{dearest.Coordinate}' costs most, {Text(dearest.Calls)}.")
        {
            Extensions = new Dictionary<string, object?> { ["estimate"] = estimated.Calls, ["limit"] = maxCalls, ["field"] = dearest.Coordinate },
        };
    }

    private string CoordinateOf(EntityField field)
    {
        var type = catalogue.Type(field.Owner);
        return $"{type.Name}.{type.Fields.FirstOrDefault(known => known.Upstream == field)?.Name ?? field.Name}";
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
