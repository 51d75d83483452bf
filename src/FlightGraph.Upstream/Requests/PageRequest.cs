using System.Globalization;
using System.Text;
using FlightGraph.Upstream.Contract;

namespace FlightGraph.Upstream.Requests;

/// <summary>A question for some rows of a resource. Two equal questions have equal text.</summary>
public sealed record PageRequest
{
    /// <summary>The most rows that the upstream gives at once; it cuts larger limits without a word.</summary>
    public const int MaxLimit = 100;

    private readonly IReadOnlyList<ResourceFilter> filters = [];

    public required Resource Resource { get; init; }

    public required ResourceMode Mode { get; init; }

    /// <summary>1 to <see cref="MaxLimit"/>.</summary>
    public required int Limit { get; init; }

    public int Offset { get; init; }

    /// <summary>Entries of the resource's orderings joined by commas, <c>-</c> before one for descending; null leaves it to the upstream.</summary>
    public string? Ordering { get; init; }

    /// <summary>Words that must all be found; null searches nothing.</summary>
    public string? Search { get; init; }

    /// <summary>In the order of their names.</summary>
    /// <exception cref="ArgumentException">The upstream would ignore the filter and answer with everything.</exception>
    public IReadOnlyList<ResourceFilter> Filters
    {
        get => filters;
        init
        {
            foreach (var filter in value)
            {
                if (!Resource.Filters.ContainsKey(filter.Name))
                    throw new ArgumentException($"The resource '{Resource.Path}' has no filter '{filter.Name}'.", nameof(value));
            }

            filters = [.. value.OrderBy(filter => filter.Name, StringComparer.Ordinal)];
        }
    }

    /// <summary>How many calls of full pages read so many rows.</summary>
    public static int CallsFor(int rows) => (rows + MaxLimit - 1) / MaxLimit;

    /// <summary>Path and query below the base address, values encoded.</summary>
    public string ToRelativeUri()
    {
        var text = new StringBuilder(Resource.Path).Append("/?");
        Append(text, "limit", Limit.ToString(CultureInfo.InvariantCulture));
        if (Offset > 0)
            Append(text, "offset", Offset.ToString(CultureInfo.InvariantCulture));
        if (Mode.Name is { } mode)
            Append(text, "mode", mode);
        if (Ordering is { } ordering)
            Append(text, "ordering", ordering);
        if (Search is { } search)
            Append(text, "search", search);
        foreach (var filter in filters)
            Append(text, filter);
        return text.ToString();
    }

    private void Append(StringBuilder text, ResourceFilter filter)
    {
        if (Resource.Filters[filter.Name].EndsWith(",repeat", StringComparison.Ordinal))
        {
            foreach (var value in filter.Values)
                Append(text, filter.Name, value);
        }
        else
        {
            Append(text, filter.Name, string.Join(',', filter.Values));
        }
    }

    private static void Append(StringBuilder text, string name, string value)
    {
        if (text[^1] != '?')
            text.Append('&');
        // A comma between ids is the upstream's own separator and reads better as it is.
        text.Append(name).Append('=').Append(Uri.EscapeDataString(value).Replace("%2C", ",", StringComparison.Ordinal));
    }
}
