using FlightGraph.Upstream.Documents;

namespace FlightGraph.Schema.Paging;

/// <param name="Cursor">The row's place.</param>
/// <param name="Node">Null for a row that could not be read.</param>
internal sealed record ConnectionRow(string Cursor, ResourceObject? Node);
