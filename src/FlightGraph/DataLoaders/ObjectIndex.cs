using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Documents;
using FlightGraph.Upstream.Planning;

namespace FlightGraph.DataLoaders;

/// <summary>Finds objects in documents, at whatever depth, by entity and id.</summary>
internal sealed class ObjectIndex
{
    private readonly Dictionary<(Entity Entity, string Id), List<ResourceObject>> objects = [];

    public ObjectIndex(IReadOnlyList<ResourceObject> roots)
    {
        foreach (var root in roots)
            Add(root);
    }

    public bool Has(Need need) => objects.ContainsKey((need.Resource.Entity, need.Id));

    /// <summary>A copy that has what is asked of it.</summary>
    public ResourceObject? Find(Need need) =>
        objects.TryGetValue((need.Resource.Entity, need.Id), out var copies) ? copies.FirstOrDefault(copy => copy.Covers(need.Projection)) : null;

    private void Add(ResourceObject value)
    {
        if (value is { Id: { } id, Entity.Resource: not null })
        {
            if (!objects.TryGetValue((value.Entity, id), out var copies))
                objects.Add((value.Entity, id), copies = []);
            copies.Add(value);
        }

        foreach (var field in value.Entity.Fields.Where(field => field.Child is not null))
        {
            foreach (var below in value[field].Objects)
                Add(below);
        }
    }
}
