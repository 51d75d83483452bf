using System.Collections.Frozen;

namespace FlightGraph.Upstream.Contract;

/// <summary>A collection of the upstream: a list and, by id, each of its rows in full.</summary>
public sealed record Resource
{
    /// <summary>The path below the base address, without slashes at the ends: <c>config/orbits</c>.</summary>
    public required string Path { get; init; }

    public required Entity Entity { get; init; }

    /// <summary>True for launches, whose ids are UUIDs; all other ids are integers.</summary>
    public required bool HasUuids { get; init; }

    /// <summary>The depths a list comes in, thinnest first.</summary>
    public required IReadOnlyList<ResourceMode> Modes { get; init; }

    /// <summary>What a row asked for by its id is written as: always the fullest form.</summary>
    public required Variant Detail { get; init; }

    /// <summary>The filter that takes a list of the rows' own ids; null where there is none.</summary>
    public required string? BatchFilter { get; init; }

    /// <summary>Filters by the upstream's name; the value is the type, <c>integer</c>, <c>uuid,csv</c>, <c>integer,repeat</c>.</summary>
    public required FrozenDictionary<string, string> Filters { get; init; }

    public required IReadOnlyList<string> Orderings { get; init; }

    /// <summary>Where <c>search</c> looks, as Django paths; none where the resource cannot be searched.</summary>
    public required IReadOnlyList<string> SearchFields { get; init; }

    /// <summary>
    /// Filters that take a list of parents, with the path in a row that tells whose the row is: <c>lsp__id</c>,
    /// <c>launch_service_provider.id</c>. A list on the way ends in <c>[]</c>.
    /// </summary>
    public required FrozenDictionary<string, string> ParentPaths { get; init; }

    /// <summary>The fullest depth a list comes in.</summary>
    public ResourceMode Fullest => Modes[^1];

    public override string ToString() => Path;
}
