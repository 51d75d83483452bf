namespace FlightGraph.Schema;

/// <summary>What is out of the ordinary about a declared field.</summary>
internal sealed record FieldNote
{
    /// <summary>
    /// The upstream has had the field for longer than our contract knows: it is taken to stand in the fullest documents only,
    /// until the contract is written anew.
    /// </summary>
    public static FieldNote NewerThanContract { get; } = new() { IsNewerThanContract = true };

    public bool IsNewerThanContract { get; private init; }

    /// <summary>Why not to use the field any more and what to use instead; null for a field in good standing.</summary>
    public string? DeprecationReason { get; private init; }

    /// <param name="reason">What to use instead, and with which version the field goes: "Use `net`. Goes with 2.0."</param>
    public static FieldNote Deprecated(string reason) => new() { DeprecationReason = reason };
}
