using FlightGraph.StandIn.Data;

namespace FlightGraph.StandIn.Queries;

/// <summary>The rows that a query asks for, in order, or what is wrong with its parameters.</summary>
internal sealed record QueryResult(IReadOnlyList<Record> Rows, IReadOnlyDictionary<string, string> Complaints, bool IsOrdered);
