using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace FlightGraph.Hosting;

/// <summary>Which of the two media types of GraphQL over HTTP a client wants its answer in.</summary>
internal static class AcceptedMediaType
{
    public const string GraphQL = "application/graphql-response+json";
    public const string Json = "application/json";

    /// <summary>The one the client weighs most, ours first among equals; null when it wants neither.</summary>
    public static string? Choose(StringValues accept)
    {
        if (StringValues.IsNullOrEmpty(accept))
            return GraphQL;
        if (!MediaTypeHeaderValue.TryParseList(accept, out var ranges))
            return null;

        var graphQL = Quality(ranges, GraphQL);
        var json = Quality(ranges, Json);
        return Math.Max(graphQL, json) == 0 ? null : graphQL >= json ? GraphQL : Json;
    }

    private static double Quality(IList<MediaTypeHeaderValue> ranges, string mediaType) =>
        // The narrowest range that fits decides, whatever the others weigh. Parameters such as a charset do not matter.
        ranges.Select(range => (range.Quality, Fit: Fit(range.MediaType, mediaType)))
            .Where(range => range.Fit > 0)
            .OrderByDescending(range => range.Fit)
            .Select(range => range.Quality ?? 1)
            .FirstOrDefault();

    /// <summary>
    /// 3 for the type itself, 1 for everything, 0 for what does not fit. By text: the framework's own test takes
    /// <c>application/graphql-response+json</c> for a kind of <c>application/json</c>.
    /// </summary>
    private static int Fit(StringSegment range, string mediaType) =>
        range.Equals(mediaType, StringComparison.OrdinalIgnoreCase) ? 3
        : range.Equals("application/*", StringComparison.OrdinalIgnoreCase) ? 2
        : range.Equals("*/*", StringComparison.Ordinal) ? 1
        : 0;
}
