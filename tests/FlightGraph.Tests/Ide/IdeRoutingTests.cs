using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace FlightGraph.Tests.Ide;

/// <summary>Who gets the page, who gets GraphQL, and which files there are: with a folder of a few files in place of the real IDE.</summary>
public sealed class IdeRoutingTests : IDisposable
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("flightgraph-ide-");

    public IdeRoutingTests()
    {
        Write("ide/index.html", "<title>An IDE</title>");
        Write("ide/service-worker.js", "never served");
        Write("ide/manifest.webmanifest", "{}");
        Write("ide/LICENSE", "terms");
        Write("ide/static/js/main.1234.js", "run()");
        Write("ide/static/font.1234.woff2", "font");
        Write("ide/static/engine.1234.wasm", "code");
        Write("secret.txt", "outside");
    }

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("text/html")]
    [InlineData(Browser)]
    public async Task Browser_Without_Query_Is_Sent_To_The_Page(string accept)
    {
        await using var app = await StartAsync();
        using var answer = await GetAsync(app, "/graphql", accept);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal("/graphql/", answer.Headers.Location?.OriginalString);
        Assert.Contains("Accept", answer.Headers.Vary);
    }

    [Theory]
    [InlineData("*/*")]
    [InlineData("application/json")]
    [InlineData("text/html;q=0, */*")]
    public async Task Program_Without_Query_Gets_A_GraphQL_Error(string accept)
    {
        await using var app = await StartAsync();
        using var answer = await GetAsync(app, "/graphql", accept);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("BAD_REQUEST", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/graphql")]
    [InlineData("/graphql/")]
    public async Task Query_Reaches_The_Endpoint_By_Get_And_By_Post(string path)
    {
        await using var app = await StartAsync();
        using var byGet = await GetAsync(app, path + "?query={__typename}", Browser);
        using var byPost = await app.Client.PostAsJsonAsync(path, new { query = "{__typename}" });

        Assert.Contains("\"Query\"", await byGet.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("\"Query\"", await byPost.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "text/html; charset=utf-8", false)]
    [InlineData("LICENSE", "text/plain; charset=utf-8", false)]
    [InlineData("manifest.webmanifest", "application/manifest+json", false)]
    [InlineData("static/js/main.1234.js", "text/javascript; charset=utf-8", true)]
    [InlineData("static/font.1234.woff2", "font/woff2", true)]
    [InlineData("static/engine.1234.wasm", "application/wasm", true)]
    public async Task File_Has_Its_Content_Type_And_Is_Kept_When_Its_Name_Has_A_Hash(string file, string contentType, bool isKept)
    {
        await using var app = await StartAsync();
        using var answer = await app.Client.GetAsync("/graphql/" + file);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(contentType, answer.Content.Headers.ContentType?.ToString());
        Assert.Equal(isKept ? "public, max-age=31536000, immutable" : "no-cache", answer.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task Unchanged_Page_Is_Not_Sent_Twice()
    {
        await using var app = await StartAsync();
        using var first = await app.Client.GetAsync("/graphql/");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql/");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await app.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Theory]
    [InlineData("service-worker.js")]
    [InlineData("missing.js")]
    [InlineData("..%2fsecret.txt")]
    [InlineData("..%5csecret.txt")]
    [InlineData("static/..%2f..%2fsecret.txt")]
    [InlineData("%2e%2e%2fsecret.txt")]
    [InlineData("%2fetc%2fhostname")]
    public async Task Nothing_Else_Is_Served(string file)
    {
        await using var app = await StartAsync();
        using var answer = await app.Client.GetAsync("/graphql/" + file);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Config_Names_The_Endpoint_And_Forbids_Telemetry()
    {
        await using var app = await StartAsync();
        var config = await app.Client.GetFromJsonAsync<JsonElement>("/graphql/bcp-config.json");

        Assert.Equal("/graphql", config.GetProperty("endpoint").GetString());
        Assert.False(config.GetProperty("useBrowserUrlAsEndpoint").GetBoolean());
        Assert.True(config.GetProperty("disableTelemetry").GetBoolean());
        Assert.Contains("query VostokFive", config.GetProperty("graphQLDocument").GetString(), StringComparison.Ordinal);
        Assert.Contains($"IDE: {app.Address.AbsoluteUri}graphql/ in a browser (Banana Cake Pop)", app.StartMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_The_Files_The_Page_From_A_CDN_Has_Endpoint_And_First_Query()
    {
        await using var app = await StartAsync("--Ide:Folder", "no-such-folder");
        var page = await app.Client.GetStringAsync("/graphql/");
        var settings = JsonDocument.Parse(Regex.Match(page, """<script id="settings" type="application/json">(.*)</script>""").Groups[1].Value).RootElement;

        Assert.Equal("/graphql", settings.GetProperty("endpoint").GetString());
        Assert.Contains("query VostokFive", settings.GetProperty("defaultQuery").GetString(), StringComparison.Ordinal);
        Assert.Contains("in a browser (Ruru from a CDN)", app.StartMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Switched_Off_There_Is_No_Trace_Of_It()
    {
        await using var app = await StartAsync("--Ide:Enabled", "false");
        using var visit = await GetAsync(app, "/graphql", Browser);
        using var config = await app.Client.GetAsync("/graphql/bcp-config.json");

        Assert.Equal(HttpStatusCode.BadRequest, visit.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, config.StatusCode);
        Assert.DoesNotContain("IDE:", app.StartMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task First_Query_Is_Answered_Without_Errors()
    {
        await using var app = await IdeApp.StartAsync();
        var config = await app.Client.GetFromJsonAsync<JsonElement>("/graphql/bcp-config.json");
        var query = config.GetProperty("graphQLDocument").GetString()!;

        // As it stands, and with all that its comments invite to add.
        foreach (var text in (string[])[query, query.Replace("# bio", "bio", StringComparison.Ordinal).Replace("# landing", "landing", StringComparison.Ordinal)])
        {
            using var response = await app.Client.PostAsJsonAsync("/graphql", new { query = text });
            var answer = await response.Content.ReadAsStringAsync();
            Assert.DoesNotContain("\"errors\"", answer, StringComparison.Ordinal);
            Assert.Contains("Valery Bykovsky", answer, StringComparison.Ordinal);
        }
    }

    /// <summary>With an upstream that nobody asks. A later argument wins over an earlier one.</summary>
    private Task<IdeApp> StartAsync(params string[] args) =>
        IdeApp.StartAsync(["--Upstream:BaseAddress", "http://127.0.0.1:9/", "--Ide:Folder", Path.Combine(folder.FullName, "ide"), .. args]);

    private static Task<HttpResponseMessage> GetAsync(IdeApp app, string path, string accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return app.Client.SendAsync(request);
    }

    private void Write(string path, string text)
    {
        var file = Path.Combine(folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
