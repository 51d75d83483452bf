namespace FlightGraph.Tests.Planning;

/// <param name="Path">The collection.</param>
/// <param name="Parameter">Its filter.</param>
/// <param name="Way">From a row to what the filter compares; empty where the rows do not tell.</param>
/// <param name="By">The owner's field that the filter takes.</param>
internal sealed record UpstreamEdge(string Path, string Parameter, string Way, string By = "id");
