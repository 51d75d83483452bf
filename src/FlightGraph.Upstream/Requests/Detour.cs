using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Documents;

namespace FlightGraph.Upstream.Requests;

/// <summary>
/// A field that no document of the entity itself carries, but the document of another object does: what is docked at a port
/// stands only in the list of ports of its station.
/// </summary>
/// <param name="Field">The field that is wanted.</param>
/// <param name="Via">The owner's field that leads to the other object.</param>
/// <param name="List">The other object's list in which the owner comes again, now with the field.</param>
public sealed record Detour(EntityField Field, EntityField Via, EntityField List)
{
    /// <summary>All that the contract needs.</summary>
    public static IReadOnlyList<Detour> In(UpstreamContract contract) =>
    [
        new(contract.Entity("DockingLocation")["currently_docked"],
            contract.Entity("DockingLocation")["spacestation"],
            contract.Entity("SpaceStation")["docking_location"]),
    ];

    /// <summary>The owner as the other object's document shows it.</summary>
    public ResourceObject? Find(ResourceObject other, ResourceObject owner) =>
        other[List] is { Kind: FieldValueKind.List } ports ? ports.List.FirstOrDefault(port => port.Id == owner.Id) : null;
}
