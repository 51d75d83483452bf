namespace FlightGraph.Upstream.Archive;

/// <summary>Which questions may be kept with their answers.</summary>
internal static class AnswerKey
{
    // Its answer names the caller, by address or by key.
    private const string Throttle = "api-throttle";

    /// <summary>Whether it is a path below the base address, and not of a document that holds a secret.</summary>
    public static bool MayBeKept(string key)
    {
        var path = key.Split('?', 2)[0];
        if (path.Length == 0 || path[0] == '/' || path.Contains("://", StringComparison.Ordinal))
            return false;
        var first = Uri.UnescapeDataString(path).Split('/', '.')[0];
        return first.Length > 0 && !first.Equals(Throttle, StringComparison.OrdinalIgnoreCase);
    }
}
