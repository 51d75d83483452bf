using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FlightGraph.StandIn.Http;

/// <summary>Answers with the headers that LL2 gives them.</summary>
internal static class Reply
{
    public const string Methods = "GET, HEAD, OPTIONS";

    // LL2 sends letters as they are, not as \u escapes.
    private static readonly JsonWriterOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    public static async Task JsonAsync(HttpContext context, int status, Action<Utf8JsonWriter> write)
    {
        var body = new ArrayBufferWriter<byte>(4096);
        await using (var json = new Utf8JsonWriter(body, Plain))
            write(json);

        context.Response.Headers.Allow = Methods;
        context.Response.Headers.Vary = "Accept";
        await SendAsync(context, status, "application/json", body.WrittenMemory);
    }

    public static Task DetailAsync(HttpContext context, int status, string detail) => JsonAsync(context, status, json =>
    {
        json.WriteStartObject();
        json.WriteString("detail", detail);
        json.WriteEndObject();
    });

    /// <summary>What is wrong with parameters, a list of complaints for each.</summary>
    public static Task ComplaintsAsync(HttpContext context, IEnumerable<KeyValuePair<string, string>> complaints) =>
        JsonAsync(context, StatusCodes.Status400BadRequest, json =>
        {
            json.WriteStartObject();
            foreach (var (parameter, complaint) in complaints)
            {
                json.WriteStartArray(parameter);
                json.WriteStringValue(complaint);
                json.WriteEndArray();
            }

            json.WriteEndObject();
        });

    /// <summary>A page for people, as a web server or a proxy makes it.</summary>
    public static Task HtmlAsync(HttpContext context, int status, string title) => SendAsync(
        context,
        status,
        "text/html; charset=utf-8",
        Encoding.UTF8.GetBytes($"""
            <!doctype html>
            <html lang="en">
            <head><title>{title}</title></head>
            <body><h1>{title}</h1></body>
            </html>

            """));

    public static async Task SendAsync(HttpContext context, int status, string type, ReadOnlyMemory<byte> body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        context.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
