using FlightGraph.Upstream;
using FlightGraph.Upstream.Documents;

namespace FlightGraph.DataLoaders;

/// <summary>A gathering on its way: at its end with what was found or why nothing could be, or waiting for what a document lacks.</summary>
internal sealed record GatherStep(IReadOnlyList<ResourceObject> Items, UpstreamError? Error = null, Pending<GatherStep>? Next = null);
