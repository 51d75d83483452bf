using FlightGraph.Upstream.Freshness;
using GraphQL;

namespace FlightGraph.Schema.Engine;

/// <param name="Result">What the client gets.</param>
/// <param name="Age">How old what it is made of is; null where it is made of nothing that the upstream said.</param>
internal sealed record OperationOutcome(ExecutionResult Result, Stamp? Age);
