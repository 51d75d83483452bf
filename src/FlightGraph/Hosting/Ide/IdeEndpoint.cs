using System.Text.Json;
using Microsoft.Net.Http.Headers;

namespace FlightGraph.Hosting.Ide;

/// <summary>
/// The IDE under the endpoint's own address: Banana Cake Pop where the build could fetch it, else a page that loads Ruru from
/// a CDN. It takes nothing from the endpoint but visits that carry no query.
/// </summary>
internal sealed class IdeEndpoint(IdeFolder folder)
{
    /// <summary>The slash matters: the page names its files relative to it.</summary>
    public const string Path = GraphQLEndpoint.Path + "/";

    public const string FileKey = "file";

    private const string Index = "index.html";

    /// <summary>
    /// Served, Banana Cake Pop's worker reloads the page on the first visit, and what was typed is lost. It would also stay in the
    /// browser for whatever listens on this port next.
    /// </summary>
    private const string Worker = "service-worker.js";

    public string Name => HasBananaCakePop ? "Banana Cake Pop" : "Ruru from a CDN";

    private bool HasBananaCakePop => folder.Find(Index) is not null;

    /// <summary>Sends a browser that came without a query to the page, and answers there.</summary>
    public Task TakeVisitAsync(HttpContext http, RequestDelegate next)
    {
        var request = http.Request;
        if (!HttpMethods.IsGet(request.Method) || request.Query.ContainsKey("query"))
            return next(http);
        if (request.Path.Equals(Path, StringComparison.Ordinal))
            return WritePageAsync(http);
        if (!request.Path.Equals(GraphQLEndpoint.Path, StringComparison.Ordinal) || !AcceptsHtml(request))
            return next(http);

        http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        http.Response.Redirect(request.PathBase + Path);
        return Task.CompletedTask;
    }

    public Task WriteConfigAsync(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-cache";
        var config = new BananaCakePopConfig { Endpoint = EndpointOf(http), GraphQLDocument = IdeTexts.FirstQuery };
        return TypedResults.Json(config, IdeJsonContext.Default.BananaCakePopConfig).ExecuteAsync(http);
    }

    public Task WriteFileAsync(HttpContext http)
    {
        if (http.GetRouteValue(FileKey) is not string path || path == Worker || folder.Find(path) is not { } file)
            return TypedResults.NotFound().ExecuteAsync(http);
        return WriteAsync(http, file);
    }

    private Task WritePageAsync(HttpContext http)
    {
        if (folder.Find(Index) is { } file)
            return WriteAsync(http, file);

        http.Response.Headers.CacheControl = "no-cache";
        var settings = new RuruSettings { Endpoint = EndpointOf(http), DefaultQuery = IdeTexts.FirstQuery };
        // The serializer escapes < and >, so no text can end the script element that it is put into.
        var page = IdeTexts.FallbackPage.Replace("{{settings}}", JsonSerializer.Serialize(settings, IdeJsonContext.Default.RuruSettings), StringComparison.Ordinal);
        return TypedResults.Content(page, "text/html; charset=utf-8").ExecuteAsync(http);
    }

    private static Task WriteAsync(HttpContext http, IdeFile file)
    {
        // Names below static/ carry a hash of what they name.
        http.Response.Headers.CacheControl = file.Path.StartsWith("static/", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return TypedResults.PhysicalFile(file.PhysicalPath, file.ContentType, entityTag: file.EntityTag).ExecuteAsync(http);
    }

    private static string EndpointOf(HttpContext http) => http.Request.PathBase + GraphQLEndpoint.Path;

    /// <summary>Only who says so by name: programs, too, send <c>*/*</c>.</summary>
    private static bool AcceptsHtml(HttpRequest request) =>
        request.GetTypedHeaders().Accept.Any(range => range.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase) && range.Quality != 0);
}
