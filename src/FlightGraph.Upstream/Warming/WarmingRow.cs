namespace FlightGraph.Upstream.Warming;

/// <summary>A row of <see cref="WarmingPlan"/>.</summary>
/// <param name="Name">As reports call it.</param>
/// <param name="Kind">In which way it is asked for.</param>
/// <param name="Period">How much time lies between two answers to one question at least.</param>
/// <param name="Reason">What it is good for, and why so often.</param>
internal sealed record WarmingRow(string Name, WarmingKind Kind, TimeSpan Period, string Reason)
{
    /// <summary>The resources, by the contract's paths.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>Whether to go through the word lists, whichever the contract has.</summary>
    public bool IsVocabularies { get; init; }

    /// <summary>The depth; null for the fullest.</summary>
    public string? Mode { get; init; }

    /// <summary>As clients' own lists are ordered when they say nothing; null where the upstream orders by nothing of use.</summary>
    public string? Ordering { get; init; }
}
