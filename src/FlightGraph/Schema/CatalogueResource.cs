using FlightGraph.Schema.Filters;
using FlightGraph.Upstream.Contract;

namespace FlightGraph.Schema;

/// <summary>A declared resource with the upstream's behind it.</summary>
internal sealed class CatalogueResource
{
    /// <exception cref="InvalidOperationException">A declared filter is none that the upstream knows.</exception>
    public CatalogueResource(ResourceDefinition definition, UpstreamContract contract, SchemaCatalogue catalogue)
    {
        Definition = definition;
        Upstream = contract.Resource(definition.Path);
        Upcoming = contract.Resources.GetValueOrDefault($"{definition.Path}/upcoming");
        Previous = contract.Resources.GetValueOrDefault($"{definition.Path}/previous");
        Type = catalogue.Type(Upstream.Entity);

        // A window may have a filter that the whole has not.
        var parameters = (Upcoming ?? Upstream).Filters;
        Filters = [.. definition.Filters.Select(filter => new CatalogueFilter(filter, definition.Plural, parameters, catalogue))];
        Orders = [.. Upstream.Orderings.Select(ordering => new ListOrder(ordering))];
    }

    public ResourceDefinition Definition { get; }

    public Resource Upstream { get; }

    /// <summary>The same rows, only those to come; null for what has no windows.</summary>
    public Resource? Upcoming { get; }

    /// <summary>The same rows, only those past.</summary>
    public Resource? Previous { get; }

    public CatalogueType Type { get; }

    public IReadOnlyList<CatalogueFilter> Filters { get; }

    /// <summary>What clients can order by.</summary>
    public IReadOnlyList<ListOrder> Orders { get; }

    /// <summary>
    /// The order where the client names none: without one the upstream's pages may overlap. Null where it offers none that
    /// serves.
    /// </summary>
    public string? DefaultOrder => DefaultOrders().FirstOrDefault(Upstream.Orderings.Contains);

    // Launches have random ids; time is what people expect there, and what events have instead.
    private string[] DefaultOrders() => Upstream.HasUuids ? ["net"] : ["id", "date", "docking", "name", "created_on"];
}
