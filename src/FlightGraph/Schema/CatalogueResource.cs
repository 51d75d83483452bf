using FlightGraph.Upstream.Contract;

namespace FlightGraph.Schema;

/// <summary>A declared resource with the upstream's behind it.</summary>
internal sealed class CatalogueResource
{
    /// <exception cref="InvalidOperationException">A declared filter is none that the upstream knows.</exception>
    public CatalogueResource(ResourceDefinition definition, Resource resource, SchemaCatalogue catalogue)
    {
        Definition = definition;
        Upstream = resource;
        Type = catalogue.Type(resource.Entity);
        foreach (var filter in definition.Filters.Where(filter => !resource.Filters.ContainsKey(filter.UpstreamName)))
            throw new InvalidOperationException($"{definition.Plural}: the upstream's '{resource.Path}' has no filter '{filter.UpstreamName}'.");
        Filters = [.. definition.Filters.Select(filter => (filter, catalogue.FindType(filter.IdOf)
            ?? throw new InvalidOperationException($"{definition.Plural}: filter '{filter.Name}' takes the id of '{filter.IdOf}', which nobody declares.")))];
        Ordering = DefaultOrdering(resource);
    }

    public ResourceDefinition Definition { get; }

    public Resource Upstream { get; }

    public CatalogueType Type { get; }

    public IReadOnlyList<(FilterDefinition Definition, CatalogueType IdOf)> Filters { get; }

    /// <summary>
    /// What is asked for when the client names no order: without one the upstream's pages may overlap. Null where it offers
    /// none that serves.
    /// </summary>
    public string? Ordering { get; }

    private static string? DefaultOrdering(Resource resource)
    {
        // Launches have random ids; time is what people expect there, and what events have instead.
        string[] wanted = resource.HasUuids ? ["net"] : ["id", "date", "docking", "name", "created_on"];
        return wanted.FirstOrDefault(resource.Orderings.Contains);
    }
}
