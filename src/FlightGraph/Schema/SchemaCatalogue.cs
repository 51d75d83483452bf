using System.Collections.Frozen;
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
            type.Link(this);
        Resources = [.. topics.SelectMany(topic => topic.Resources).Select(definition => new CatalogueResource(definition, contract, this))];
    }

    public IReadOnlyList<CatalogueType> Types { get; }

    public IReadOnlyList<CatalogueResource> Resources { get; }

    public CatalogueType? FindType(string name) => typesByName.GetValueOrDefault(name);

    public CatalogueType Type(Entity entity) =>
        typesByEntity.GetValueOrDefault(entity) ?? throw new InvalidOperationException($"No type is declared for the entity '{entity.Name}'.");
}
