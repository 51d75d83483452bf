namespace FlightGraph.Upstream.Http;

internal static class HttpResponseMessageExtensions
{
    public static bool IsJson(this HttpResponseMessage response) =>
        response.Content.Headers.ContentType?.MediaType is "application/json" or "application/problem+json";
}
