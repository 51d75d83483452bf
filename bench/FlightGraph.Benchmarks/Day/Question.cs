namespace FlightGraph.Benchmarks.Day;

/// <summary>What a page of the site asks.</summary>
/// <param name="Kind">Which page.</param>
/// <param name="Text">The operation.</param>
/// <param name="Variables">Its variables; null for none.</param>
internal sealed record Question(string Kind, string Text, object? Variables)
{
    /// <summary>Which page of a list this is when somebody walks through it; null elsewhere.</summary>
    public int? Step { get; init; }
}
