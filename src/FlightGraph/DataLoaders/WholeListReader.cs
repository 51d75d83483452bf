using FlightGraph.Upstream;
using FlightGraph.Upstream.Documents;
using FlightGraph.Upstream.Requests;

namespace FlightGraph.DataLoaders;

/// <summary>
/// Reads a list whole though the upstream orders it by nothing, so that two calls may give its rows in two orders: until there
/// are as many different rows as it counts.
/// </summary>
internal static class WholeListReader
{
    /// <summary>The longest list that is read, in calls of a full page: more would spend the upstream's whole hour on it.</summary>
    public const int MaxCalls = 10;

    /// <summary>How often rows that did not come are asked for again.</summary>
    private const int Rounds = 4;

    /// <param name="first">The list's first page, which is at hand.</param>
    /// <param name="page">The question for the rows from an offset on, as many as are said.</param>
    /// <param name="read">Makes a call.</param>
    /// <returns>All rows, those that cannot be read last as nulls; null when they do not add up; an error.</returns>
    public static async Task<(IReadOnlyList<ResourceObject?>? Rows, UpstreamError? Error)> ReadAsync(
        ResourcePage first, Func<int, int, PageRequest> page, Func<PageRequest, Task<UpstreamResult<ResourcePage>>> read)
    {
        var found = new Dictionary<string, ResourceObject>(StringComparer.Ordinal);
        var unreadable = Add(found, first);
        if (first.Count > MaxCalls * PageRequest.MaxLimit)
            return (null, null);

        for (var round = 0; round < Rounds && found.Count + unreadable < first.Count; round++)
        {
            // Pages of another size are other questions: an equal one would be answered as before.
            var size = PageRequest.MaxLimit - round;
            var start = round == 0 ? first.Rows.Count : 0;
            var calls = (first.Count - start + size - 1) / size;
            var answers = await Task.WhenAll(Enumerable.Range(0, calls).Select(i => read(page(start + (i * size), size))));
            if (answers.FirstOrDefault(answer => answer.Error is not null) is { } failed)
                return (null, failed.Error);
            unreadable = answers.Sum(answer => Add(found, answer.Value!)) + (round == 0 ? unreadable : 0);
        }

        return found.Count + unreadable >= first.Count ? ([.. found.Values, .. Enumerable.Repeat<ResourceObject?>(null, unreadable)], null) : (null, null);
    }

    /// <summary>Says how many rows cannot be read.</summary>
    private static int Add(Dictionary<string, ResourceObject> found, ResourcePage page)
    {
        foreach (var row in page.Rows.OfType<ResourceObject>())
            found.TryAdd(row.Id!, row);
        return page.Rows.Count(row => row is null);
    }
}
