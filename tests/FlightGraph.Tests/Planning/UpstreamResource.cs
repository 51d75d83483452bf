namespace FlightGraph.Tests.Planning;

/// <param name="Path">Below the base address.</param>
/// <param name="Fullest">The mode that holds all that the others hold; null where there is one depth.</param>
internal sealed record UpstreamResource(string Path, string Entity, string? Fullest)
{
    public required string? BatchFilter { get; init; }

    public required IReadOnlyList<string> Orderings { get; init; }

    /// <summary>Filters that take several owners.</summary>
    public required IReadOnlyList<string> SharedFilters { get; init; }

    public required bool IsList { get; init; }

    /// <summary>A part of the rows of another resource: <c>launches/upcoming</c>.</summary>
    public bool IsWindow => Path.Contains('/', StringComparison.Ordinal) && !Path.StartsWith("config/", StringComparison.Ordinal);
}
