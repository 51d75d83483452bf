using FlightGraph.Upstream.Contract;

namespace FlightGraph.Schema.Paging;

/// <summary>The object that a list belongs to.</summary>
/// <param name="Parameter">The filter that names it.</param>
/// <param name="Id">The upstream's id.</param>
/// <param name="Path">From a row of the list to its owner's id.</param>
/// <param name="TakesSeveral">Whether the filter takes a list of owners.</param>
internal sealed record ListOwner(string Parameter, string Id, IReadOnlyList<EntityField> Path, bool TakesSeveral);
