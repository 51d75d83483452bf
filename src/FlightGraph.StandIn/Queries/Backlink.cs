using FlightGraph.StandIn.Data;

namespace FlightGraph.StandIn.Queries;

/// <summary>A relation that LL2's queries may follow though no body shows it under this name.</summary>
internal sealed record Backlink(string Target, Func<Record, Moment, object?> Follow);
