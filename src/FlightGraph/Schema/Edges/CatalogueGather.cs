using FlightGraph.Upstream.Contract;

namespace FlightGraph.Schema.Edges;

/// <summary>A declared gathering with the upstream's fields behind it.</summary>
internal sealed class CatalogueGather
{
    public CatalogueGather(GatherDefinition definition, SchemaCatalogue catalogue)
    {
        Definition = definition;
        var owner = catalogue.FindType(definition.Owner) ?? throw new InvalidOperationException($"'{definition.Name}' is gathered for '{definition.Owner}', which nobody declares.");
        Paths = [.. definition.Paths.Select(path => Steps(owner.Entity, path))];
    }

    public GatherDefinition Definition { get; }

    public bool IsList => Definition.Type.StartsWith('[');

    /// <summary>The fields to walk through, for each place where objects are.</summary>
    public IReadOnlyList<IReadOnlyList<EntityField>> Paths { get; }

    private static List<EntityField> Steps(Entity entity, string path)
    {
        List<EntityField> steps = [];
        foreach (var name in path.Split('.'))
        {
            steps.Add(entity[name]);
            entity = steps[^1].Child ?? throw new InvalidOperationException($"The path '{path}' leads through '{name}', which holds no object.");
        }

        return steps;
    }
}
