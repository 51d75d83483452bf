using System.Collections.Frozen;
using FlightGraph.Schema.Edges;
using FlightGraph.Upstream.Contract;

namespace FlightGraph.Schema;

/// <summary>
/// All that clients can see, before any engine makes types of it: the topics' declarations joined with the upstream's
/// contract, and checked against it.
/// </summary>
internal sealed class SchemaCatalogue
{
    private readonly FrozenDictionary<string, CatalogueType> typesByName;
    private readonly FrozenDictionary<Entity, CatalogueType> typesByEntity;

    public SchemaCatalogue(UpstreamContract contract, IReadOnlyList<Topic> topics)
    {
        Types = [.. topics.SelectMany(topic => topic.Types).Select(definition => new CatalogueType(definition, contract.Entity(definition.Entity)))];
        typesByName = Types.ToFrozenDictionary(type => type.Name, StringComparer.Ordinal);
        typesByEntity = Types.ToFrozenDictionary(type => type.Entity);
        foreach (var type in Types)
            type.LinkFields(this);

        Resources = [.. topics.SelectMany(topic => topic.Resources).Select(definition => new CatalogueResource(definition, contract, this))];
        Vocabularies = [.. topics.SelectMany(topic => topic.Vocabularies).Select(definition => (definition, contract.Resource(definition.Path)))];
        Singletons = [.. topics.SelectMany(topic => topic.Singletons).Select(definition => (definition, contract.Singleton(definition.Path)))];
        Unions = [.. topics.SelectMany(topic => topic.Unions)];
        Interfaces = [.. topics.SelectMany(topic => topic.Interfaces).Select(definition => new CatalogueInterface(definition, this))];
        var edges = topics.SelectMany(topic => topic.Edges).Select(definition => new CatalogueEdge(definition, this)).ToLookup(edge => edge.Owner);
        var gathers = topics.SelectMany(topic => topic.Gathers).Select(definition => new CatalogueGather(definition, this)).ToLookup(gather => gather.Definition.Owner);
        foreach (var type in Types)
        {
            string[] abstractNames =
            [
                .. type.IsNode ? [CatalogueType.NodeName] : Array.Empty<string>(),
                .. Interfaces.Where(known => known.Members.Contains(type)).Select(known => known.Name),
                .. Unions.Where(union => union.Members.Contains(type.Name)).Select(union => union.Name),
            ];
            type.LinkEdges([.. edges[type]], [.. gathers[type.Name]], abstractNames);
        }
    }

    public IReadOnlyList<CatalogueType> Types { get; }

    public IReadOnlyList<CatalogueResource> Resources { get; }

    public IReadOnlyList<(VocabularyDefinition Definition, Resource Upstream)> Vocabularies { get; }

    public IReadOnlyList<(SingletonDefinition Definition, Singleton Upstream)> Singletons { get; }

    public IReadOnlyList<UnionDefinition> Unions { get; }

    public IReadOnlyList<CatalogueInterface> Interfaces { get; }

    public CatalogueType? FindType(string name) => typesByName.GetValueOrDefault(name);

    public CatalogueType Type(Entity entity) =>
        typesByEntity.GetValueOrDefault(entity) ?? throw new InvalidOperationException($"No type is declared for the entity '{entity.Name}'.");
}
