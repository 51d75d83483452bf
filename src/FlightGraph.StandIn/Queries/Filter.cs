using FlightGraph.StandIn.Contract;
using FlightGraph.StandIn.Data;

namespace FlightGraph.StandIn.Queries;

/// <summary>One query parameter that narrows a list.</summary>
/// <param name="Accepts">Whether a record passes, given one of the values asked for.</param>
internal sealed record Filter(FilterType Type, Func<Record, Moment, object, bool> Accepts)
{
    /// <summary>
    /// The entity that the values must be ids of. Django offers the existing rows as choices where a filter names a
    /// relation itself, and refuses every other id.
    /// </summary>
    public string? ChoicesOf { get; init; }
}
