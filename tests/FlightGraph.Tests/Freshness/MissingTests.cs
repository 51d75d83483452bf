using FlightGraph.Tests.Archive;
using FlightGraph.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace FlightGraph.Tests.Freshness;

/// <summary>That there is no such thing is remembered for a short while; that something went wrong never is.</summary>
public sealed class MissingTests
{
    private const string Query = "{ agency(id: 63) { name } }";
    private const string NotFound = """{"detail": "No Agency matches the given query."}""";
    private const string Launch = "00000001-0000-0000-0000-000000000000";

    [Fact]
    public async Task Hundred_Requests_For_What_Was_Deleted_Are_One_Call()
    {
        await using var gateway = await AgingGateway.StartAsync();
        gateway.Upstream.On("agencies/63/", StatusCodes.Status404NotFound, NotFound);

        var answers = (await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => gateway.AskAsync(Query)))).ToList();
        for (var request = 0; request < 50; request++)
            answers.Add(await gateway.AskAsync(Query));

        Assert.All(answers, answer => Assert.Equal(("""{"agency":null}""", 0), (answer.Data.GetRawText(), answer.Errors.Count)));
        Assert.Single(gateway.Calls);
    }

    [Fact]
    public async Task What_Was_Missing_Is_Looked_For_Again_When_That_Knowledge_Is_Old()
    {
        await using var gateway = await AgingGateway.StartAsync();
        gateway.Upstream.On("agencies/63/", StatusCodes.Status404NotFound, NotFound);
        await gateway.AskAsync(Query);
        gateway.Upstream.On("agencies/63/", AgingGateway.Agency(63, "restored"));

        gateway.Clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1));
        var before = await gateway.AskAsync(Query);
        gateway.Clock.Advance(TimeSpan.FromSeconds(1));
        var after = await gateway.AskAsync(Query);

        Assert.Equal("""{"agency":null}""", before.Data.GetRawText());
        Assert.Equal("restored", after.At("agency.name").GetString());
        Assert.Equal(2, gateway.Calls.Count);
    }

    [Fact]
    public async Task Who_Wants_It_New_Gets_It_Looked_For_At_Once()
    {
        await using var gateway = await AgingGateway.StartAsync();
        gateway.Upstream.On("agencies/63/", StatusCodes.Status404NotFound, NotFound);
        await gateway.AskAsync(Query);
        gateway.Upstream.On("agencies/63/", AgingGateway.Agency(63, "restored"));
        gateway.Clock.Advance(TimeSpan.FromSeconds(1));

        var answer = await gateway.AskAsync(Query, "no-cache");

        Assert.Equal("restored", answer.At("agency.name").GetString());
    }

    [Fact]
    public async Task Old_Knowledge_Of_Nothing_Is_No_Answer_When_The_Upstream_Is_Away()
    {
        await using var gateway = await AgingGateway.StartAsync();
        gateway.Upstream.On("agencies/63/", StatusCodes.Status404NotFound, NotFound);
        await gateway.AskAsync(Query);
        gateway.Upstream.On("agencies/63/", StatusCodes.Status503ServiceUnavailable, "");

        var young = await gateway.AskAsync(Query);
        gateway.Clock.Advance(TimeSpan.FromMinutes(5));
        var old = await gateway.AskAsync(Query);

        Assert.Empty(young.ErrorSummaries);
        Assert.Equal(["UPSTREAM_UNAVAILABLE at agency"], old.ErrorSummaries);
    }

    [Fact]
    public async Task What_A_List_Of_Ids_Lacks_Stays_Away_After_A_Restart()
    {
        const string others = $$"""{ a: launch(id: "{{Launch}}") { name } b: launch(id: "00000002-0000-0000-0000-000000000000") { name } }""";
        using var folder = new TemporaryFolder();
        await using (var before = await AgingGateway.StartAsync($"--Cache:Path={folder.Path}"))
        {
            before.Upstream.On($"launches/{Launch}/", $$"""{"id": "{{Launch}}", "name": "old"}""")
                .On("launches/", Documents.Page("""{"id": "00000002-0000-0000-0000-000000000000", "name": "L2"}"""));
            await before.AskAsync($$"""{ launch(id: "{{Launch}}") { name } }""");
            before.Clock.Advance(TimeSpan.FromMinutes(1));
            var both = await before.AskAsync(others, "no-cache");
            Assert.Equal("""{"a":null,"b":{"name":"L2"}}""", both.Data.GetRawText());
        }

        await using var after = await AgingGateway.StartAsync($"--Cache:Path={folder.Path}");
        after.Clock.Advance(TimeSpan.FromMinutes(2));
        var answer = await after.AskAsync(others, "only-if-cached");

        Assert.Equal("""{"a":null,"b":{"name":"L2"}}""", answer.Data.GetRawText());
        Assert.Empty(answer.ErrorSummaries);
        Assert.Empty(after.Calls);
    }

    [Theory]
    [InlineData(200, "<html>maintenance</html>", "text/html")]
    [InlineData(200, "<html>maintenance</html>", "application/json")]
    [InlineData(200, """["maintenance"]""", "application/json")]
    [InlineData(200, """{"id": 63, "name": "Rosc""", "application/json")]
    [InlineData(200, """{"id": 44, "name": "another"}""", "application/json")]
    [InlineData(200, "{}", "application/json")]
    [InlineData(200, "", "application/json")]
    [InlineData(404, "<h1>Not Found</h1>", "text/html")]
    [InlineData(503, """{"id": 63, "name": "not meant"}""", "application/json")]
    [InlineData(429, """{"id": 63, "name": "not meant"}""", "application/json")]
    public async Task What_Went_Wrong_Is_Remembered_Nowhere(int status, string body, string contentType)
    {
        using var folder = new TemporaryFolder();
        await using (var before = await AgingGateway.StartAsync($"--Cache:Path={folder.Path}"))
        {
            before.Upstream.On("agencies/63/", status, body, contentType);
            Assert.Single((await before.AskAsync(Query)).Errors);
            Assert.Equal(["NOT_CACHED at agency"], (await before.AskAsync(Query, "only-if-cached")).ErrorSummaries);
        }

        await using var after = await AgingGateway.StartAsync($"--Cache:Path={folder.Path}");
        Assert.Equal(["NOT_CACHED at agency"], (await after.AskAsync(Query, "only-if-cached")).ErrorSummaries);
    }
}
