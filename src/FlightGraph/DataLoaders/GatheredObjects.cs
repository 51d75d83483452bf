using FlightGraph.Upstream;
using FlightGraph.Upstream.Documents;

namespace FlightGraph.DataLoaders;

/// <summary>Objects that were collected, or why they could not be had.</summary>
internal sealed record GatheredObjects(IReadOnlyList<ResourceObject> Items, UpstreamError? Error = null);
