using System.Text.Json;
using FlightGraph.Tests.Support;
using FlightGraph.Upstream;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FlightGraph.Tests.Upstream;

/// <summary>What clients see when calls fail.</summary>
public sealed class UpstreamFailureTests : IAsyncLifetime
{
    private const string Query = "{ spacecraftFlight(id: 7) { destination } }";

    private ScriptedUpstream upstream = null!;

    public async Task InitializeAsync() => upstream = await ScriptedUpstream.StartAsync();

    public async Task DisposeAsync() => await upstream.DisposeAsync();

    [Fact]
    public async Task Unknown_Id_Is_Null_Without_An_Error()
    {
        upstream.On("spacecraft_flights/7/", StatusCodes.Status404NotFound, """{"detail": "No SpacecraftFlight matches the given query."}""");
        await using var gateway = await Gateway.StartAsync(upstream.BaseAddress);

        var answer = await gateway.QueryAsync(Query);

        Assert.Equal("""{"spacecraftFlight":null}""", answer.Data.GetRawText());
        Assert.Empty(answer.Errors);
    }

    [Fact]
    public async Task Page_Instead_Of_Not_Found_Means_A_Wrong_Address()
    {
        upstream.On("spacecraft_flights/7/", StatusCodes.Status404NotFound, "<h1>Not Found</h1>", "text/html");
        await using var gateway = await Gateway.StartAsync(upstream.BaseAddress);

        var answer = await gateway.QueryAsync(Query);

        Assert.Equal(["UPSTREAM_MALFORMED at spacecraftFlight"], answer.ErrorSummaries);
    }

    [Theory]
    [InlineData(500, "UPSTREAM_UNAVAILABLE", 2)]
    [InlineData(503, "UPSTREAM_UNAVAILABLE", 2)]
    [InlineData(401, "UPSTREAM_UNAVAILABLE", 1)]
    [InlineData(302, "UPSTREAM_UNAVAILABLE", 1)]
    [InlineData(400, "UPSTREAM_REJECTED", 1)]
    public async Task Status_Becomes_A_Code(int status, string code, int requests)
    {
        upstream.On("spacecraft_flights/7/", status, "<h1>secret detail</h1>", "text/html");
        await using var gateway = await Gateway.StartAsync(upstream.BaseAddress);

        var answer = await gateway.QueryAsync(Query);

        Assert.Equal([$"{code} at spacecraftFlight"], answer.ErrorSummaries);
        Assert.DoesNotContain("secret", answer.ToString());
        Assert.DoesNotContain("127.0.0.1", answer.ToString());
        Assert.Equal(requests, upstream.Requests.Count);
    }

    [Fact]
    public async Task Redirect_Is_Not_Followed()
    {
        await using var elsewhere = await ScriptedUpstream.StartAsync();
        elsewhere.On("spacecraft_flights/7/", Documents.Flight);
        upstream.On("spacecraft_flights/7/", http =>
        {
            http.Response.Redirect(elsewhere.BaseAddress + "spacecraft_flights/7/");
            return Task.CompletedTask;
        });
        await using var gateway = await Gateway.StartAsync(upstream.BaseAddress);

        var answer = await gateway.QueryAsync(Query);

        Assert.Equal(["UPSTREAM_UNAVAILABLE at spacecraftFlight"], answer.ErrorSummaries);
        Assert.Empty(elsewhere.Requests);
    }

    [Theory]
    [InlineData("120", "Request was throttled.", 120)]
    [InlineData(null, "Request was throttled. Expected available in 77 seconds.", 77)]
    public async Task Throttling_Tells_How_Long_To_Wait(string? header, string detail, int seconds)
    {
        upstream.On("spacecraft_flights/7/", async http =>
        {
            http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            if (header is not null)
                http.Response.Headers.RetryAfter = header;
            await http.Response.WriteAsJsonAsync(new { detail });
        });
        await using var gateway = await Gateway.StartAsync(upstream.BaseAddress);

        var answer = await gateway.QueryAsync(Query);

        Assert.Equal(["UPSTREAM_RATE_LIMITED at spacecraftFlight"], answer.ErrorSummaries);
        Assert.Equal(seconds, answer.Errors[0].GetProperty("extensions").GetProperty("retryAfter").GetInt32());
    }

    [Fact]
    public async Task Hanging_Upstream_Times_Out()
    {
        upstream.On("spacecraft_flights/7/", http => Task.Delay(Timeout.Infinite, http.RequestAborted));
        await using var gateway = await Gateway.StartAsync(upstream.BaseAddress, "--Upstream:AttemptTimeout=00:00:00.2", "--Upstream:Timeout=00:00:00.2");

        var answer = await gateway.QueryAsync(Query);

        Assert.Equal(["UPSTREAM_TIMEOUT at spacecraftFlight"], answer.ErrorSummaries);
    }

    [Fact]
    public async Task Body_That_Drips_Times_Out_Too()
    {
        upstream.On("spacecraft_flights/7/", async http =>
        {
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync("{\"id\": 7,");
            await http.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, http.RequestAborted);
        });
        await using var gateway = await Gateway.StartAsync(upstream.BaseAddress, "--Upstream:AttemptTimeout=00:00:00.2", "--Upstream:Timeout=00:00:00.2");

        var answer = await gateway.QueryAsync(Query);

        Assert.Equal(["UPSTREAM_TIMEOUT at spacecraftFlight"], answer.ErrorSummaries);
    }

    [Fact]
    public async Task Connection_That_Breaks_Half_Way_Is_Unavailable()
    {
        upstream.On("spacecraft_flights/7/", async http =>
        {
            http.Response.ContentType = "application/json";
            http.Response.ContentLength = 5000;
            await http.Response.WriteAsync("{\"id\": 7,");
            await http.Response.Body.FlushAsync();
            http.Abort();
        });
        await using var gateway = await Gateway.StartAsync(upstream.BaseAddress);

        var answer = await gateway.QueryAsync(Query);

        Assert.Equal(["UPSTREAM_UNAVAILABLE at spacecraftFlight"], answer.ErrorSummaries);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task Body_That_Cannot_Be_Decompressed_Is_Unavailable(string encoding)
    {
        upstream.On("spacecraft_flights/7/", async http =>
        {
            http.Response.ContentType = "application/json";
            http.Response.Headers.ContentEncoding = encoding;
            await http.Response.Body.WriteAsync(Enumerable.Repeat((byte)0xFF, 64).ToArray());
        });
        await using var gateway = await Gateway.StartAsync(upstream.BaseAddress);

        var answer = await gateway.QueryAsync(Query);

        Assert.Equal(["UPSTREAM_UNAVAILABLE at spacecraftFlight"], answer.ErrorSummaries);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/", "ConnectionError", 2)]
    [InlineData("http://nobody.invalid/", "NameResolutionError", 2)]
    [InlineData("https", "SecureConnectionError", 1)]
    [InlineData("http", "The upstream answered with status 599.", 1)]
    public async Task Log_Names_What_Broke_And_No_Address(string address, string reason, int attempts)
    {
        if (!address.Contains(':'))
            address = upstream.BaseAddress.Replace("http:", address + ":", StringComparison.Ordinal);
        using var log = new LogLines(typeof(UpstreamClient).FullName!);
        await using var gateway = await Gateway.StartAsync(address, builder => builder.Logging.AddProvider(log));

        await gateway.QueryAsync(Query);

        var line = Assert.Single(log.Lines);
        Assert.Matches($@"^Upstream spacecraft_flights: Unavailable \({reason}\) in \d+ ms, attempts: {attempts}$", line);
    }

    [Fact]
    public async Task Upstream_That_Is_Not_There_Is_Unavailable()
    {
        var address = upstream.BaseAddress;
        await upstream.DisposeAsync();
        await using var gateway = await Gateway.StartAsync(address);

        var answer = await gateway.QueryAsync(Query);

        Assert.Equal(["UPSTREAM_UNAVAILABLE at spacecraftFlight"], answer.ErrorSummaries);
        Assert.Equal(JsonValueKind.Null, answer.At("spacecraftFlight").ValueKind);
    }

    [Fact]
    public async Task Body_Above_The_Limit_Is_Refused()
    {
        upstream.On("spacecraft_flights/7/", Documents.Flight + new string(' ', 5000));
        await using var gateway = await Gateway.StartAsync(upstream.BaseAddress, "--Upstream:MaxResponseBytes=4096");

        var answer = await gateway.QueryAsync(Query);

        Assert.Equal(["UPSTREAM_MALFORMED at spacecraftFlight"], answer.ErrorSummaries);
    }

    [Fact]
    public async Task One_Failed_Call_Leaves_The_Rest_Of_The_Answer()
    {
        upstream.On("spacecraft_flights/7/", Documents.Flight).On("spacecraft/31/", StatusCodes.Status503ServiceUnavailable, "");
        await using var gateway = await Gateway.StartAsync(upstream.BaseAddress);

        var answer = await gateway.QueryAsync("{ spacecraftFlight(id: 7) { destination spacecraft { name description } launch { name } } }");

        Assert.Equal(
            """{"spacecraftFlight":{"destination":"Low Earth Orbit","spacecraft":{"name":"Test Craft","description":null},"launch":{"name":"Test Launch"}}}""",
            answer.Data.GetRawText());
        Assert.Equal(["UPSTREAM_UNAVAILABLE at spacecraftFlight.spacecraft.description"], answer.ErrorSummaries);
    }

    [Fact]
    public async Task Key_Is_Sent_As_A_Token_And_Shown_Nowhere()
    {
        string? sent = null;
        upstream.On("spacecraft_flights/7/", http =>
        {
            sent = http.Request.Headers.Authorization;
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        });
        await using var gateway = await Gateway.StartAsync(upstream.BaseAddress, "--Upstream:ApiKey=s3cret-key");

        var answer = await gateway.QueryAsync(Query);

        Assert.Equal("Token s3cret-key", sent);
        Assert.DoesNotContain("s3cret", answer.ToString());
    }
}
