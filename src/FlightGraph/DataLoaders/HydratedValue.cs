using FlightGraph.Upstream;
using FlightGraph.Upstream.Documents;

namespace FlightGraph.DataLoaders;

/// <summary>A value that had to be asked for, or why it could not be had.</summary>
internal sealed record HydratedValue(FieldValue Value, UpstreamError? Error = null);
