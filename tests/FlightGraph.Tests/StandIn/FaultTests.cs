using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using FlightGraph.StandIn;

namespace FlightGraph.Tests.StandIn;

public sealed class FaultTests
{
    [Fact]
    public async Task Status_Strikes_Its_Path_And_Count_Only()
    {
        await using var server = await StartAsync("status=503,path=launches,count=1");

        using var other = await server.Client.GetAsync("events/");
        using var first = await server.Client.GetAsync("launches/");
        using var second = await server.Client.GetAsync("launches/");

        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, first.StatusCode);
        Assert.Equal("text/html", first.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
    }

    [Fact]
    public async Task Rate_Is_Drawn_Again_From_The_Same_Seed()
    {
        var runs = await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ =>
        {
            await using var server = await StartAsync("status=500,rate=0.5,seed=7");
            var statuses = new List<HttpStatusCode>();
            for (var i = 0; i < 20; i++)
            {
                using var response = await server.Client.GetAsync("updates/");
                statuses.Add(response.StatusCode);
            }

            return statuses;
        }));

        Assert.Equal(runs[0], runs[1]);
        Assert.Equal(2, runs[0].Distinct().Count());
    }

    [Fact]
    public async Task Html_Comes_Where_Json_Was_Asked_For()
    {
        await using var server = await StartAsync("html");

        using var response = await server.Client.GetAsync("launches/");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.StartsWith("<!doctype html>", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Truncated_Body_Is_No_Json()
    {
        await using var server = await StartAsync("truncate");

        using var response = await server.Client.GetAsync("launches/");
        var body = await response.Content.ReadAsStringAsync();

        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(body));
        // By its header it is whole: only who reads it finds out.
        Assert.Equal(Encoding.UTF8.GetByteCount(body), response.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task Wrong_Json_Is_Json_Of_Another_Shape()
    {
        await using var server = await StartAsync("wrong-json");

        Assert.Equal(JsonValueKind.Array, (await server.GetAsync("launches/")).ValueKind);
    }

    [Fact]
    public async Task Reset_Breaks_The_Connection()
    {
        await using var server = await StartAsync("reset");

        await Assert.ThrowsAsync<HttpRequestException>(() => server.Client.GetAsync("launches/"));
    }

    [Fact]
    public async Task Reset_Half_Way_Breaks_A_Body_That_Was_Announced_Whole()
    {
        await using var server = await StartAsync("reset-half,count=1");

        using var response = await server.Client.GetAsync("launches/", HttpCompletionOption.ResponseHeadersRead);
        var broken = await Record.ExceptionAsync(() => response.Content.ReadAsStringAsync());

        Assert.True(broken is HttpRequestException or IOException, broken?.GetType().Name);
        var whole = await server.Client.GetByteArrayAsync("launches/");
        Assert.Equal(whole.Length, response.Content.Headers.ContentLength);
    }

    [Theory]
    [InlineData("redirect", "http://169.254.169.254/")]
    [InlineData("redirect,to=file:///etc/passwd", "file:///etc/passwd")]
    [InlineData("redirect,to=http://elsewhere.invalid/2.3.0/?a=b", "http://elsewhere.invalid/2.3.0/?a=b")]
    public async Task Redirect_Leads_Where_It_Is_Told(string fault, string target)
    {
        await using var server = await StartAsync(fault);

        using var response = await server.Client.GetAsync("launches/");

        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        Assert.Equal(target, response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Oversized_Body_Is_The_Promised_Json_Of_An_Unannounced_Size()
    {
        await using var server = await StartAsync("oversized,size=3");

        using var response = await server.Client.GetAsync("launches/", HttpCompletionOption.ResponseHeadersRead);
        var claimed = response.Content.Headers.ContentLength;
        var body = await response.Content.ReadAsByteArrayAsync();

        Assert.Null(claimed);
        Assert.Equal(3 << 20, body.Length);
        Assert.Equal(4, JsonDocument.Parse(body).RootElement.GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task Bomb_Is_Small_On_Its_Way_And_Large_In_The_End()
    {
        await using var server = await StartAsync("bomb,size=8");

        using var response = await server.Client.GetAsync("launches/");
        var compressed = await response.Content.ReadAsByteArrayAsync();
        using var bomb = new GZipStream(new MemoryStream(compressed), CompressionMode.Decompress);
        using var body = new MemoryStream();
        await bomb.CopyToAsync(body);

        Assert.Equal(["gzip"], response.Content.Headers.ContentEncoding);
        Assert.InRange(compressed.Length, 1, 64 << 10);
        Assert.Equal(8 << 20, body.Length);
        Assert.Equal(4, JsonDocument.Parse(body.ToArray()).RootElement.GetProperty("count").GetInt32());
    }

    [Theory]
    [InlineData("oversized,size=1")]
    [InlineData("bomb,size=1")]
    public async Task Error_Is_Not_Made_Larger(string fault)
    {
        await using var server = await StartAsync(fault);

        using var response = await server.Client.GetAsync("launches/00000000-0000-0000-0000-000000000000/");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.InRange((await response.Content.ReadAsByteArrayAsync()).Length, 1, 200);
    }

    [Theory]
    [InlineData("throttled", "120", false)]
    [InlineData("throttled,retry-after=7", "7", false)]
    [InlineData("throttled,retry-after=date", "Sat, 01 Jun 2024 00:02:00 GMT", false)]
    [InlineData("throttled,retry-after=garbage", "soon", false)]
    [InlineData("throttled,retry-after=none", null, false)]
    [InlineData("throttled,retry-after=body", null, true)]
    public async Task Throttled_Tells_The_Wait_In_One_Place_At_The_Most(string fault, string? header, bool isInBody)
    {
        await using var server = await StartAsync(fault);

        using var response = await server.Client.GetAsync("launches/");
        var detail = (await SmallServer.ReadAsync(response)).GetProperty("detail").GetString();

        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Equal(header, response.Headers.NonValidated.TryGetValues("Retry-After", out var values) ? values.Single() : null);
        Assert.Equal(isInBody ? "Request was throttled. Expected available in 120 seconds." : "Request was throttled.", detail);
    }

    [Fact]
    public async Task Hang_Ends_When_The_Caller_Gives_Up()
    {
        await using var server = await StartAsync("hang");
        using var patience = new CancellationTokenSource();

        var call = server.Client.GetAsync("launches/", patience.Token);
        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task Hang_Ends_When_The_Server_Stops()
    {
        var server = await StartAsync("hang");

        var call = server.Client.GetAsync("launches/");
        await server.StopAsync();

        // A connection cut while it is being opened surfaces as the socket's own error.
        var cut = await Record.ExceptionAsync(() => call);
        Assert.True(cut is HttpRequestException or SocketException, cut?.GetType().Name);
        server.Client.Dispose();
    }

    [Fact]
    public async Task Drip_Gives_The_Whole_Body_Piece_By_Piece()
    {
        await using var server = await StartAsync("drip,seconds=10");
        var start = server.Clock.GetUtcNow();

        var call = server.GetAsync("launches/");
        await PassTimeAsync(server, call);

        Assert.Equal(4, (await call).GetProperty("count").GetInt32());
        Assert.True(server.Clock.GetUtcNow() - start >= TimeSpan.FromSeconds(9));
    }

    [Fact]
    public async Task Latency_Is_Waited_For()
    {
        await using var server = await SmallServer.StartAsync(new StandInOptions { Latency = TimeSpan.FromSeconds(2) });
        var start = server.Clock.GetUtcNow();

        var call = server.GetAsync("launches/");
        await PassTimeAsync(server, call);

        Assert.Equal(4, (await call).GetProperty("count").GetInt32());
        Assert.True(server.Clock.GetUtcNow() - start >= TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task Nulls_Stand_Where_None_Was_Promised()
    {
        await using var server = await StartAsync("nulls,path=updates");

        var page = await server.GetAsync("updates/");

        // Of an update only these are promised.
        var row = page.GetProperty("results")[0];
        Assert.Contains(new[] { "id", "url", "created_on" }, field => row.GetProperty(field).ValueKind == JsonValueKind.Null);
    }

    [Fact]
    public async Task Extra_Fields_Are_In_Every_Object()
    {
        await using var server = await StartAsync("extra-fields");

        var launch = (await server.GetAsync("launches/")).GetProperty("results")[0];

        Assert.True(launch.TryGetProperty("field_of_the_future", out _));
        Assert.True(launch.GetProperty("pad").GetProperty("location").TryGetProperty("field_of_the_future", out _));
    }

    private static Task<SmallServer> StartAsync(string fault) => SmallServer.StartAsync(new StandInOptions { Faults = [fault] });

    /// <summary>Moves the clock until the call is done: when the server begins to wait is not ours to see.</summary>
    private static async Task PassTimeAsync(SmallServer server, Task call)
    {
        while (!call.IsCompleted)
        {
            server.Clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }
    }
}
