namespace FlightGraph.Upstream.Documents;

/// <summary>A page of a collection.</summary>
/// <param name="Count">How many rows the whole collection has under the filters asked for.</param>
/// <param name="Rows">Null stands for a row that could not be read.</param>
public sealed record ResourcePage(int Count, IReadOnlyList<ResourceObject?> Rows)
{
    /// <summary>The page that a lower limit would have given.</summary>
    /// <param name="limit">The most rows, at least 1.</param>
    public ResourcePage First(int limit) => Rows.Count <= limit ? this : this with { Rows = [.. Rows.Take(limit)] };
}
