using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Requests;

namespace FlightGraph.Schema.Edges;

/// <summary>A declared edge with both its ends.</summary>
internal sealed class CatalogueEdge
{
    /// <exception cref="InvalidOperationException">The resource has no such filter, or none of that name is declared.</exception>
    public CatalogueEdge(EdgeDefinition definition, SchemaCatalogue catalogue)
    {
        Definition = definition;
        Owner = catalogue.FindType(definition.Owner) ?? throw new InvalidOperationException($"The edge '{definition.Name}' leads from '{definition.Owner}', which nobody declares.");
        Target = catalogue.Resources.FirstOrDefault(resource => resource.Upstream.Path == definition.Path)
            ?? throw new InvalidOperationException($"{definition.Owner}.{definition.Name} lists '{definition.Path}', which nobody declares.");
        if (!Target.Upstream.Filters.TryGetValue(definition.Parameter, out var type))
            throw new InvalidOperationException($"{definition.Owner}.{definition.Name}: the upstream's '{definition.Path}' has no filter '{definition.Parameter}'.");
        By = Owner.Entity[definition.By];
        TakesSeveralOwners = type.Contains(',', StringComparison.Ordinal) && Target.Upstream.ParentPaths.ContainsKey(definition.Parameter);
        if ((TakesSeveralOwners ? Target.Upstream.ParentPaths[definition.Parameter] : definition.OwnerPath) is { } path)
            OwnerPath = [.. Steps(Target.Upstream.Entity, path)];
    }

    public EdgeDefinition Definition { get; }

    public CatalogueType Owner { get; }

    public CatalogueResource Target { get; }

    /// <summary>The owner's field whose value the filter takes.</summary>
    public EntityField By { get; }

    /// <summary>Whether the filter takes a list of owners.</summary>
    public bool TakesSeveralOwners { get; }

    /// <summary>
    /// The way from a row to the owner's id, which makes it possible to read several owners' rows together; null where rows do
    /// not name theirs.
    /// </summary>
    public IReadOnlyList<EntityField>? OwnerPath { get; }

    public string Description => !TakesSeveralOwners
        ? $"{Definition.Description} Costs one call to the upstream for each {Owner.Name} that it is asked of{(OwnerPath is null ? "" : ", or for each 100 rows of the whole collection, whichever is less")}."
        : $"{Definition.Description} One call for each 100 rows of all {Owner.Name} objects of a level, or one call for each object, whichever is less.";

    /// <summary>The condition that keeps the rows which name an owner.</summary>
    /// <param name="value">What <see cref="By"/> has.</param>
    public ResourceFilter FilterBy(string value) => new(Definition.Parameter, value);

    private static IEnumerable<EntityField> Steps(Entity entity, string path)
    {
        foreach (var name in path.Replace("[]", "", StringComparison.Ordinal).Split('.'))
        {
            var field = entity[name];
            yield return field;
            entity = field.Child ?? entity;
        }
    }
}
