using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Requests;

namespace FlightGraph.DataLoaders;

/// <summary>The first rows of one owner: of all launches in this order, those of agency 63.</summary>
/// <param name="Request">The owner's own question, with its filter and as many rows as are wanted.</param>
/// <param name="Parameter">The filter that names the owner.</param>
/// <param name="OwnerId">The upstream's id.</param>
/// <param name="OwnerPath">From a row to its owner's id.</param>
/// <param name="TakesSeveral">Whether the filter takes a list of owners.</param>
/// <param name="Need">What is asked of the rows.</param>
/// <param name="Purpose">The field that asks, as a schema coordinate.</param>
internal sealed record EdgeKey(
    PageRequest Request, string Parameter, string OwnerId, IReadOnlyList<EntityField> OwnerPath, bool TakesSeveral, Projection Need, string Purpose)
{
    /// <summary>Equal for keys that differ in their owners alone: those fit into one call.</summary>
    public string Group { get; } = $"{Parameter} {Without(Request, Parameter).ToRelativeUri()}";

    /// <summary>The question for several owners at once; where the filter takes one only, that for all there are.</summary>
    public PageRequest ForOwners(IReadOnlyList<string> ownerIds)
    {
        var request = Without(Request, Parameter) with { Limit = PageRequest.MaxLimit };
        return TakesSeveral ? request with { Filters = [.. request.Filters, new ResourceFilter(Parameter, ownerIds)] } : request;
    }

    public bool Equals(EdgeKey? other) => other is not null && Group == other.Group && OwnerId == other.OwnerId;

    public override int GetHashCode() => HashCode.Combine(Group, OwnerId);

    private static PageRequest Without(PageRequest request, string parameter) =>
        request with { Filters = [.. request.Filters.Where(filter => filter.Name != parameter)] };
}
