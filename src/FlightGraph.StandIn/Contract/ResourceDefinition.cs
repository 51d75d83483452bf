namespace FlightGraph.StandIn.Contract;

/// <summary>One endpoint: which schema each mode has, and what may be asked of it.</summary>
internal sealed record ResourceDefinition(string Name, string Entity)
{
    /// <summary>Schema by mode, in the order of the contract. An endpoint without modes has the one mode <c>single</c>.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Modes { get; init; }

    public required string Detail { get; init; }
    public required IReadOnlyList<string> Search { get; init; }
    public required IReadOnlyList<string> Ordering { get; init; }
    public required IReadOnlyList<KeyValuePair<string, FilterType>> Filters { get; init; }

    public bool HasModes => Modes[0].Key != "single";

    /// <summary><c>launches/upcoming</c> is a part of <c>launches</c>, not a collection of its own.</summary>
    public bool IsPart => Name.EndsWith("/upcoming", StringComparison.Ordinal) || IsPrevious;

    public bool IsPrevious => Name.EndsWith("/previous", StringComparison.Ordinal);

    /// <summary>The schema of a list in this mode; null if the endpoint does not have it. Without a mode: normal.</summary>
    public string? SchemaOf(string? mode) =>
        HasModes ? Modes.FirstOrDefault(pair => pair.Key == (mode ?? "normal")).Value : Modes[0].Value;
}
