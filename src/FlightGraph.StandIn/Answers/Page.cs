using Microsoft.AspNetCore.Http.Extensions;

namespace FlightGraph.StandIn.Answers;

/// <summary>The part of a list that is asked for, and the addresses of its neighbours.</summary>
internal sealed class Page(HttpRequest request, int count)
{
    private const int DefaultLimit = 10;
    private const int MaximalLimit = 100;

    public int Count { get; } = count;

    /// <summary>What makes no sense is taken for not sent, and what is too much for the most there is.</summary>
    public int Limit { get; } = Number(request, "limit") is { } limit and > 0 ? (int)Math.Min(limit, MaximalLimit) : DefaultLimit;

    public int Offset { get; } = (int)Math.Min(Number(request, "offset") ?? 0, int.MaxValue - MaximalLimit);

    public string? Next => Offset + Limit < Count ? At(Offset + Limit) : null;

    public string? Previous => Offset > 0 ? At(Offset - Limit) : null;

    private static long? Number(HttpRequest request, string name) =>
        long.TryParse(request.Query[name].LastOrDefault(), out var number) && number >= 0 ? number : null;

    /// <summary>The same query with another offset; the first page goes without. Django sorts parameters by name.</summary>
    private string At(int offset)
    {
        var query = request.Query.ToDictionary(pair => pair.Key, pair => pair.Value);
        query["limit"] = Limit.ToString();
        query.Remove("offset");
        if (offset > 0)
            query["offset"] = offset.ToString();
        var pairs = query.OrderBy(pair => pair.Key, StringComparer.Ordinal);
        return UriHelper.BuildAbsolute(request.Scheme, request.Host, request.PathBase, request.Path, QueryString.Create(pairs));
    }
}
