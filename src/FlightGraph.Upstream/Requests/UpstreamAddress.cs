using System.Globalization;
using FlightGraph.Upstream.Contract;

namespace FlightGraph.Upstream.Requests;

/// <summary>
/// What can be asked of the upstream: one object, a page, a document that there is but one of. Its text is the path and query of the
/// call, made of the contract's words and encoded values; read back, the text gives an equal address.
/// </summary>
public abstract record UpstreamAddress
{
    /// <summary>The path of the resource or document, for logs and reports.</summary>
    public abstract string Path { get; }

    /// <summary>Path and query below the base address.</summary>
    public abstract string ToRelativeUri();

    /// <summary>Null for a text that no address of this contract has.</summary>
    public static UpstreamAddress? Parse(UpstreamContract contract, string relativeUri)
    {
        var parts = relativeUri.Split('?', 2);
        if (!parts[0].EndsWith('/'))
            return null;
        var path = parts[0][..^1];
        if (contract.Singletons.TryGetValue(path, out var document))
            return Document(document, parts.Length == 1 ? null : parts[1]);
        if (contract.Resources.TryGetValue(path, out var list))
            return parts.Length == 2 && Page(list, parts[1]) is { } request ? new PageAddress(request) : null;
        var slash = path.LastIndexOf('/');
        return parts.Length == 1 && slash > 0 && contract.Resources.TryGetValue(path[..slash], out var resource)
            ? new ObjectAddress(resource, Uri.UnescapeDataString(path[(slash + 1)..]))
            : null;
    }

    private static DocumentAddress? Document(Singleton document, string? query) =>
        document.Modes.FirstOrDefault(mode => query == (mode.Name is { } name ? $"mode={name}" : null)) is { } known ? new DocumentAddress(document, known) : null;

    private static PageRequest? Page(Resource resource, string query)
    {
        var (limit, offset) = (0, 0);
        string? modeName = null, ordering = null, search = null;
        List<ResourceFilter> filters = [];
        foreach (var parameter in query.Split('&'))
        {
            if (parameter.Split('=', 2) is not [var name, var encoded])
                return null;
            var value = Uri.UnescapeDataString(encoded);
            switch (name)
            {
                case "limit" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out limit):
                case "offset" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out offset):
                    break;
                case "mode":
                    modeName = value;
                    break;
                case "ordering":
                    ordering = value;
                    break;
                case "search":
                    search = value;
                    break;
                default:
                    if (!resource.Filters.ContainsKey(name))
                        return null;
                    // A parameter that is repeated is one filter with several values.
                    var same = filters.FindIndex(filter => filter.Name == name);
                    if (same < 0)
                        filters.Add(new ResourceFilter(name, value));
                    else
                        filters[same] = new ResourceFilter(name, [.. filters[same].Values, value]);
                    break;
            }
        }

        return limit > 0 && resource.Modes.FirstOrDefault(mode => mode.Name == modeName) is { } known
            ? new PageRequest { Resource = resource, Mode = known, Limit = limit, Offset = offset, Ordering = ordering, Search = search, Filters = filters }
            : null;
    }
}
