using System.Net;
using FlightGraph.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace FlightGraph.Tests.Freshness;

/// <summary>The request directives of HTTP hold for a GraphQL request, and its answer tells how old it is.</summary>
public sealed class DirectiveTests
{
    private const string Query = "{ agency(id: 63) { name } }";
    private const string Old = "old";
    private const string New = "new";
    private const string NotCached = "NOT_CACHED at agency";
    private const string Unavailable = "UPSTREAM_UNAVAILABLE at agency";

    public enum Stored
    {
        Cold,

        /// <summary>An hour old, of a life of 24.</summary>
        Fresh,

        /// <summary>Two days old, so that it has been stale for one.</summary>
        Stale,
    }

    /// <summary>What is stored; the directives; whether the upstream works; what the client gets; how often the upstream is asked, by background too.</summary>
    [Theory]
    // Fresh: 3,600 seconds old, fresh for another 82,800.
    [InlineData(Stored.Fresh, null, true, Old, 0)]
    [InlineData(Stored.Fresh, "max-age=3600", true, Old, 0)]
    [InlineData(Stored.Fresh, "max-age=3599", true, New, 1)]
    [InlineData(Stored.Fresh, "max-age=0", true, New, 1)]
    [InlineData(Stored.Fresh, "max-stale", true, Old, 0)]
    [InlineData(Stored.Fresh, "max-stale=0", true, Old, 0)]
    [InlineData(Stored.Fresh, "min-fresh=82800", true, Old, 0)]
    [InlineData(Stored.Fresh, "min-fresh=82801", true, New, 1)]
    [InlineData(Stored.Fresh, "no-cache", true, New, 1)]
    [InlineData(Stored.Fresh, "no-store", true, Old, 0)]
    [InlineData(Stored.Fresh, "only-if-cached", true, Old, 0)]
    [InlineData(Stored.Fresh, "no-cache, only-if-cached", true, NotCached, 0)]
    [InlineData(Stored.Fresh, "max-age=3599, only-if-cached", true, NotCached, 0)]
    [InlineData(Stored.Fresh, "max-age=3600, min-fresh=82800", true, Old, 0)]
    [InlineData(Stored.Fresh, "max-age=3600, min-fresh=82801", true, New, 1)]
    [InlineData(Stored.Fresh, "stale-if-error=0", true, Old, 0)]
    [InlineData(Stored.Fresh, null, false, Old, 0)]
    [InlineData(Stored.Fresh, "max-age=3599", false, Unavailable, 2)]
    [InlineData(Stored.Fresh, "no-cache", false, Unavailable, 2)]
    [InlineData(Stored.Fresh, "min-fresh=82801", false, Unavailable, 2)]
    [InlineData(Stored.Fresh, "no-cache, stale-if-error=0", false, Old, 2)]
    [InlineData(Stored.Fresh, "max-age=0, stale-if-error=60", false, Old, 2)]
    // Stale: 172,800 seconds old, stale for 86,400. Where it is given, it is asked for again in the background.
    [InlineData(Stored.Stale, null, true, Old, 1)]
    [InlineData(Stored.Stale, "max-stale", true, Old, 1)]
    [InlineData(Stored.Stale, "max-stale=86400", true, Old, 1)]
    [InlineData(Stored.Stale, "max-stale=86399", true, New, 1)]
    [InlineData(Stored.Stale, "max-age=172800", true, New, 1)]
    [InlineData(Stored.Stale, "max-age=172800, max-stale", true, Old, 1)]
    [InlineData(Stored.Stale, "max-age=172799, max-stale", true, New, 1)]
    [InlineData(Stored.Stale, "min-fresh=0", true, New, 1)]
    [InlineData(Stored.Stale, "min-fresh=1, max-stale", true, New, 1)]
    [InlineData(Stored.Stale, "no-cache, max-stale", true, New, 1)]
    [InlineData(Stored.Stale, "only-if-cached", true, Old, 0)]
    [InlineData(Stored.Stale, "only-if-cached, max-stale=86399", true, NotCached, 0)]
    [InlineData(Stored.Stale, "only-if-cached, max-age=172800", true, NotCached, 0)]
    [InlineData(Stored.Stale, "stale-if-error=1", true, Old, 1)]
    [InlineData(Stored.Stale, null, false, Old, 2)]
    [InlineData(Stored.Stale, "max-stale=86399", false, Unavailable, 2)]
    [InlineData(Stored.Stale, "max-age=0", false, Unavailable, 2)]
    [InlineData(Stored.Stale, "max-age=172800", false, Unavailable, 2)]
    [InlineData(Stored.Stale, "min-fresh=1", false, Unavailable, 2)]
    [InlineData(Stored.Stale, "no-cache", false, Unavailable, 2)]
    [InlineData(Stored.Stale, "no-cache, stale-if-error=86400", false, Old, 2)]
    [InlineData(Stored.Stale, "no-cache, stale-if-error=86399", false, Unavailable, 2)]
    [InlineData(Stored.Stale, "min-fresh=1, stale-if-error=86400", false, Old, 2)]
    [InlineData(Stored.Stale, "no-cache, stale-if-error", false, Unavailable, 2)]
    // Cold.
    [InlineData(Stored.Cold, null, true, New, 1)]
    [InlineData(Stored.Cold, "max-age=0", true, New, 1)]
    [InlineData(Stored.Cold, "min-fresh=1000000", true, New, 1)]
    [InlineData(Stored.Cold, "only-if-cached", true, NotCached, 0)]
    [InlineData(Stored.Cold, "only-if-cached, max-stale, stale-if-error=86400", true, NotCached, 0)]
    [InlineData(Stored.Cold, null, false, Unavailable, 2)]
    [InlineData(Stored.Cold, "max-stale, stale-if-error=86400", false, Unavailable, 2)]
    // What cannot be read asks for nothing, and takes nothing from what can. A number too large to count is as large as can be.
    [InlineData(Stored.Stale, "max-age=banana", false, Old, 2)]
    [InlineData(Stored.Stale, "=,;,\"", false, Old, 2)]
    [InlineData(Stored.Stale, "max-age=-1, colour=blue", false, Old, 2)]
    [InlineData(Stored.Stale, "no-cache, max-age=banana", false, Unavailable, 2)]
    [InlineData(Stored.Stale, "no-cache, max-age=99999999999999999999", false, Unavailable, 2)]
    [InlineData(Stored.Stale, "max-age=99999999999999999999", false, Unavailable, 2)]
    [InlineData(Stored.Stale, "max-age=0, stale-if-error=99999999999999999999", false, Old, 2)]
    [InlineData(Stored.Stale, "max-age=0, max-stale=99999999999999999999", false, Unavailable, 2)]
    [InlineData(Stored.Stale, "max-stale=99999999999999999999", false, Old, 2)]
    [InlineData(Stored.Fresh, "NO-CACHE", true, New, 1)]
    [InlineData(Stored.Fresh, "Max-Age=\"0\"", true, New, 1)]
    [InlineData(Stored.Fresh, " , max-age=0 ,, ", true, New, 1)]
    public async Task Directive_Decides_What_Is_Given(Stored stored, string? directives, bool isUp, string expected, int calls)
    {
        await using var gateway = await AgingGateway.StartAsync();
        var before = await StoreAsync(gateway, stored);
        if (isUp)
            gateway.Upstream.On("agencies/63/", AgingGateway.Agency(63, New));
        else
            gateway.Upstream.On("agencies/63/", StatusCodes.Status503ServiceUnavailable, "");

        var answer = await gateway.AskAsync(Query, directives);

        if (expected is Old or New)
        {
            Assert.Equal($$$"""{"agency":{"name":"{{{expected}}}"}}""", answer.Data.GetRawText());
            Assert.Empty(answer.ErrorSummaries);
            Assert.Equal(expected == Old && stored == Stored.Stale, answer.Freshness?.IsStale);
            Assert.Equal(expected == New ? 0 : stored == Stored.Fresh ? 3600 : 172_800, answer.Age);
        }
        else
        {
            Assert.Equal("""{"agency":null}""", answer.Data.GetRawText());
            Assert.Equal([expected], answer.ErrorSummaries);
            Assert.Equal("no-store", answer.CacheControl);
        }

        await gateway.HasAskedAsync(before + calls);
        Assert.Equal(before + calls, gateway.Calls.Count);
    }

    [Fact]
    public async Task Age_And_Lifetime_Of_An_Answer_Leave_What_Is_Left_Of_Its_Freshness()
    {
        await using var gateway = await AgingGateway.StartAsync();
        gateway.Upstream.On("agencies/63/", AgingGateway.Agency(63, New));

        var read = await gateway.AskAsync(Query);
        gateway.Clock.Advance(TimeSpan.FromSeconds(86_399.5));
        var last = await gateway.AskAsync(Query);
        gateway.Clock.Advance(TimeSpan.FromSeconds(0.5));
        var over = await gateway.AskAsync(Query, "only-if-cached");
        var refused = await gateway.AskAsync(Query, "only-if-cached, max-age=86400");

        Assert.Equal((0, "max-age=86400", (0, 86_400, false)), (read.Age, read.CacheControl, read.Freshness));
        // Half a second is no whole one.
        Assert.Equal((86_399, "max-age=86399", (86_399, 0, false)), (last.Age, last.CacheControl, last.Freshness));
        // Stale from the very moment on, also for those who take nothing stale.
        Assert.Equal((86_400, "no-cache", (86_400, 0, true)), (over.Age, over.CacheControl, over.Freshness));
        Assert.Equal([NotCached], refused.ErrorSummaries);
    }

    [Fact]
    public async Task Oldest_Thing_In_An_Answer_Counts()
    {
        await using var gateway = await AgingGateway.StartAsync();
        gateway.Upstream.On("agencies/63/", AgingGateway.Agency(63, Old)).On("agencies/44/", AgingGateway.Agency(44, New));
        await gateway.AskAsync(Query);
        gateway.Clock.Advance(TimeSpan.FromHours(23));
        await gateway.AskAsync("{ agency(id: 44) { name } }");

        var fresh = await gateway.AskAsync("{ a: agency(id: 44) { name } b: agency(id: 63) { name } }");
        gateway.Clock.Advance(TimeSpan.FromHours(2));
        var stale = await gateway.AskAsync("{ a: agency(id: 44) { name } b: agency(id: 63) { name } }", "only-if-cached");
        var alone = await gateway.AskAsync("{ a: agency(id: 44) { name } }", "only-if-cached");

        Assert.Equal((23 * 3600, 3600, false), fresh.Freshness);
        Assert.Equal("max-age=86400", fresh.CacheControl);
        Assert.Equal((25 * 3600, 0, true), stale.Freshness);
        Assert.Equal("no-cache", stale.CacheControl);
        Assert.Equal((2 * 3600, 22 * 3600, false), alone.Freshness);
    }

    [Fact]
    public async Task What_Cannot_Be_Met_Is_An_Error_At_Its_Path_And_The_Rest_Stands()
    {
        await using var gateway = await AgingGateway.StartAsync();
        gateway.Upstream.On("agencies/63/", AgingGateway.Agency(63, Old)).On("agencies/44/", AgingGateway.Agency(44, New));
        await gateway.AskAsync(Query);
        gateway.Clock.Advance(TimeSpan.FromHours(23));
        await gateway.AskAsync("{ agency(id: 44) { name } }");
        gateway.Upstream.On("agencies/63/", StatusCodes.Status503ServiceUnavailable, "");

        var answer = await gateway.AskAsync("{ a: agency(id: 44) { name } b: agency(id: 63) { name } }", "max-age=3600");

        Assert.Equal("""{"a":{"name":"new"},"b":null}""", answer.Data.GetRawText());
        Assert.Equal(["UPSTREAM_UNAVAILABLE at b"], answer.ErrorSummaries);
        // The age is of what was given.
        Assert.Equal((0, "no-store", false), (answer.Age, answer.CacheControl, answer.Freshness?.IsStale));
    }

    [Fact]
    public async Task Answer_Made_Of_Nothing_That_Ages_Has_No_Age()
    {
        await using var gateway = await AgingGateway.StartAsync();

        var answer = await gateway.AskAsync("{ __schema { queryType { name } } }", "only-if-cached, max-age=0");

        Assert.Empty(answer.ErrorSummaries);
        Assert.Equal((null, "no-cache", null), (answer.Age, answer.CacheControl, answer.Freshness));
    }

    [Theory]
    [InlineData("{ agency(id: 63) { nonsense } }")]
    [InlineData("{ agency(id: ")]
    [InlineData("")]
    public async Task Refusal_Is_Nobody_Elses(string query)
    {
        await using var gateway = await AgingGateway.StartAsync();

        var answer = await gateway.AskAsync(query);

        Assert.NotEmpty(answer.Errors);
        Assert.Equal((null, "no-store", null), (answer.Age, answer.CacheControl, answer.Freshness));
    }

    [Fact]
    public async Task Knowledge_That_There_Is_Nothing_Has_An_Age_Too()
    {
        await using var gateway = await AgingGateway.StartAsync();
        gateway.Upstream.On("agencies/63/", StatusCodes.Status404NotFound, """{"detail": "Not found."}""");

        await gateway.AskAsync(Query);
        gateway.Clock.Advance(TimeSpan.FromMinutes(2));
        var answer = await gateway.AskAsync(Query);

        Assert.Equal("""{"agency":null}""", answer.Data.GetRawText());
        Assert.Equal((120, "max-age=300", (120, 180, false)), (answer.Age, answer.CacheControl, answer.Freshness));
    }

    [Theory]
    [InlineData("no-cache")]
    [InlineData("max-age=0")]
    [InlineData("only-if-cached, max-age=0")]
    public async Task Operator_Can_Have_Directives_Ignored(string directives)
    {
        await using var gateway = await AgingGateway.StartAsync("--Freshness:ClientDirectives=false");
        gateway.Upstream.On("agencies/63/", AgingGateway.Agency(63, Old));

        await gateway.AskAsync(Query, directives);
        gateway.Clock.Advance(TimeSpan.FromHours(1));
        var answer = await gateway.AskAsync(Query, directives);

        Assert.Equal(3600, answer.Freshness?.Age);
        Assert.Single(gateway.Calls);
    }

    [Fact]
    public async Task Hundred_Who_Want_It_New_At_Once_Share_A_Call()
    {
        await using var gateway = await AgingGateway.StartAsync();
        await StoreAsync(gateway, Stored.Stale);
        gateway.Upstream.On("agencies/63/", AgingGateway.Agency(63, New));

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => gateway.AskAsync(Query, "no-cache")));

        Assert.All(answers, answer => Assert.Equal("""{"agency":{"name":"new"}}""", answer.Data.GetRawText()));
        Assert.Equal(2, gateway.Calls.Count);
    }

    [Fact]
    public async Task Get_Requests_And_Several_Headers_Are_Read_The_Same()
    {
        await using var gateway = await AgingGateway.StartAsync();
        await StoreAsync(gateway, Stored.Stale);
        gateway.Upstream.On("agencies/63/", StatusCodes.Status503ServiceUnavailable, "");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/graphql?query={Uri.EscapeDataString(Query)}");
        request.Headers.TryAddWithoutValidation("Cache-Control", ["max-age=0", "stale-if-error=86400"]);

        using var response = await gateway.Gateway.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(TimeSpan.FromDays(2), response.Headers.Age);
        Assert.Contains("\"old\"", await response.Content.ReadAsStringAsync());
    }

    /// <summary>Says how often the upstream has been asked.</summary>
    private static async Task<int> StoreAsync(AgingGateway gateway, Stored stored)
    {
        if (stored == Stored.Cold)
            return 0;
        gateway.Upstream.On("agencies/63/", AgingGateway.Agency(63, Old));
        await gateway.AskAsync(Query);
        gateway.Clock.Advance(stored == Stored.Fresh ? TimeSpan.FromHours(1) : TimeSpan.FromDays(2));
        return 1;
    }
}
