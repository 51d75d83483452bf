namespace FlightGraph.Tests.Planning;

/// <summary>Which rows a field asks for.</summary>
/// <param name="Resource">What is listed.</param>
/// <param name="Conditions">Filters, search and order as the upstream writes them.</param>
/// <param name="Size">How many rows.</param>
/// <param name="FromEnd">Whether they are counted from the back.</param>
internal sealed record ListQuestion(UpstreamResource Resource, string Conditions, int Size, bool FromEnd = false)
{
    public const int PageSize = 100;

    /// <summary>The upstream's filters by ours, as far as the golden operations use them.</summary>
    private static readonly Dictionary<string, string> Filters = new()
    {
        ["astronauts.inSpace"] = "in_space",
        ["launches.isCrewed"] = "is_crewed",
        ["launches.net.gte"] = "net__gte",
    };

    /// <summary>The list without its place: equal for all pages and modes of one list.</summary>
    public string Identity => $"{Resource.Path}/?{Conditions}";

    public string Address(int offset, int limit = PageSize) =>
        $"{Resource.Path}/?{Conditions}&limit={limit}&offset={offset}{(Resource.Fullest is { } mode ? $"&mode={mode}" : "")}";

    /// <summary>The same rows for other owners.</summary>
    public ListQuestion For(string parameter, IEnumerable<string> owners)
    {
        var separator = parameter is "program" or "families" ? $"&{parameter}=" : ",";
        return this with { Conditions = $"{Conditions}&{parameter}={string.Join(separator, owners.Select(Uri.EscapeDataString))}" };
    }

    public static ListQuestion Whole(UpstreamResource resource) => new(resource, Order(resource, null), PageSize);

    public static ListQuestion Of(string path, AskedField field)
    {
        var arguments = field.Arguments;
        var resource = UpstreamFacts.Resources[arguments.GetValueOrDefault("window") is string window ? $"{path}/{window.ToLowerInvariant()}" : path];
        var conditions = Order(resource, arguments.GetValueOrDefault("orderBy") as IEnumerable<object?>);
        if (arguments.GetValueOrDefault("search") is string words)
            conditions += $"&search={Uri.EscapeDataString(words)}";
        foreach (var (name, value) in arguments.GetValueOrDefault("filter") as Dictionary<string, object?> ?? [])
        {
            var operands = value is Dictionary<string, object?> operators ? operators.Select(pair => ($"{name}.{pair.Key}", pair.Value)) : [(name, value)];
            foreach (var (key, operand) in operands)
                conditions += $"&{Filters[$"{path}.{key}"]}={Text(operand)}";
        }

        var size = (arguments.GetValueOrDefault("first") ?? arguments.GetValueOrDefault("last")) as int? ?? 10;
        return new ListQuestion(resource, conditions, size, arguments.ContainsKey("last"));
    }

    /// <summary>As the descriptions in the schema promise it: a default for each list, and the id behind it where there is such an order.</summary>
    private static string Order(UpstreamResource resource, IEnumerable<object?>? asked)
    {
        var orders = asked?.Cast<Dictionary<string, object?>>()
            .Select(order => (order.GetValueOrDefault("direction") is "DESC" ? "-" : "") + ((string)order["field"]!).ToLowerInvariant()).ToList() ?? [];
        string[] defaults = resource.Entity == "Launch" ? ["net"] : ["id", "date", "docking", "name", "created_on"];
        if (orders.Count == 0 && defaults.FirstOrDefault(resource.Orderings.Contains) is { } order)
            orders.Add(order);
        if (resource.Orderings.Contains("id") && !orders.Contains("id"))
            orders.Add("id");
        return orders.Count == 0 ? "" : $"ordering={string.Join(',', orders)}";
    }

    private static string Text(object? value) => value is bool flag ? (flag ? "true" : "false") : Uri.EscapeDataString(value!.ToString()!);
}
