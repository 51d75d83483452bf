using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Requests;

namespace FlightGraph.Schema.Paging;

/// <summary>A list of the upstream under certain filters, in a certain order.</summary>
/// <param name="Request">The question without a place in it.</param>
/// <param name="Rank">The fields that the list is ordered by; none for a list that the upstream orders by nothing.</param>
/// <param name="Need">What is asked of the rows, the fields of the rank included.</param>
/// <param name="Purpose">The field that asks, as a schema coordinate.</param>
internal sealed record ListQuery(PageRequest Request, IReadOnlyList<EntityField> Rank, Projection Need, string Purpose)
{
    /// <summary>True where the id is part of the order, so that each row has one place.</summary>
    public bool IsUnique { get; } = Rank.Contains(Request.Resource.Entity.IdField!);

    /// <summary>What cursors of this list belong to: filters, search and order, but neither mode nor place.</summary>
    public string Identity { get; } = (Request with { Mode = Request.Resource.Fullest, Limit = 1, Offset = 0 }).ToRelativeUri();

    /// <summary>The list's end, as the front of the list in the opposite order.</summary>
    public PageRequest End(int limit) => Request with
    {
        Offset = 0,
        Limit = limit,
        Ordering = string.Join(',', Request.Ordering!.Split(',').Select(field => field.StartsWith('-') ? field[1..] : $"-{field}")),
    };

    public PageRequest Page(int offset, int limit) => Request with { Offset = offset, Limit = limit };
}
