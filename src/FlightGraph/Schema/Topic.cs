using FlightGraph.Schema.Edges;

namespace FlightGraph.Schema;

/// <summary>What one topic folder adds to the schema.</summary>
internal sealed record Topic(IReadOnlyList<ObjectDefinition> Types, IReadOnlyList<ResourceDefinition> Resources)
{
    /// <summary>Word lists, each a plain list at the root.</summary>
    public IReadOnlyList<VocabularyDefinition> Vocabularies { get; init; } = [];

    /// <summary>Documents that there is but one of, at the root.</summary>
    public IReadOnlyList<SingletonDefinition> Singletons { get; init; } = [];

    /// <summary>Lists that lead from one type to another through a filter of the upstream.</summary>
    public IReadOnlyList<EdgeDefinition> Edges { get; init; } = [];

    /// <summary>Fields put together from other fields of the same document.</summary>
    public IReadOnlyList<GatherDefinition> Gathers { get; init; } = [];

    public IReadOnlyList<UnionDefinition> Unions { get; init; } = [];

    public IReadOnlyList<InterfaceDefinition> Interfaces { get; init; } = [];
}
