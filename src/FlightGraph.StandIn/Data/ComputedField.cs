namespace FlightGraph.StandIn.Data;

/// <summary>A field that no fixture types, and how it is made from those that are.</summary>
internal sealed record ComputedField(string Entity, string Field, Func<Record, Moment, object?> Compute)
{
    /// <summary>True if the value can change without a change of the data, just by waiting.</summary>
    public bool MovesWithTime { get; init; }

    /// <summary>True if a fixture may type the field and so overrule what would be computed.</summary>
    public bool OrTyped { get; init; }
}
