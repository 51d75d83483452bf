using FlightGraph.Upstream.Documents;

namespace FlightGraph.Schema.Paging;

internal sealed record ConnectionEdge(string Cursor, ResourceObject? Node);
