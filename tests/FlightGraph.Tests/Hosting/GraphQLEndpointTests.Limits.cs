using System.Net;
using System.Text;
using System.Text.Json;

namespace FlightGraph.Tests.Hosting;

/// <summary>What is too large is refused before anything is done about it.</summary>
public sealed partial class GraphQLEndpointTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Body_Above_The_Limit_Is_Refused(bool chunked)
    {
        var body = JsonSerializer.Serialize(new { query = "{ __typename } #" + new string('x', 128 << 10) });

        using var response = await SendAsync(body, chunked: chunked);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("REQUEST_TOO_LARGE", await CodeOf(response));
    }

    [Fact]
    public async Task Nested_Fragment_Spreads_Are_Counted_Not_Executed()
    {
        var bomb = new StringBuilder("{ ...f0 }");
        for (var i = 0; i < 40; i++)
            bomb.Append($" fragment f{i} on Query {{ ...f{i + 1} ...f{i + 1} }}");
        bomb.Append(" fragment f40 on Query { __typename }");

        var answer = await gateway.QueryAsync(bomb.ToString());

        Assert.Equal(["REQUEST_TOO_LARGE at -"], answer.ErrorSummaries);
        Assert.Contains("Limits:MaxFields", answer.Errors[0].GetProperty("message").GetString());
    }

    [Theory]
    [InlineData(101)]
    [InlineData(2_500)]
    public async Task Chains_Of_Fragments_Are_Counted_Before_Anything_Walks_Them(int links)
    {
        var chain = new StringBuilder("{...a0}");
        for (var i = 0; i < links; i++)
            chain.Append($"fragment a{i} on Query{{...a{i + 1}}}");
        chain.Append($"fragment a{links} on Query{{__typename}}");

        var answer = await gateway.QueryAsync(chain.ToString());

        Assert.Equal(["REQUEST_TOO_LARGE at -"], answer.ErrorSummaries);
        Assert.Contains("Limits:MaxFragments", answer.Errors[0].GetProperty("message").GetString());
    }

    [Fact]
    public async Task Introspection_Does_Not_Go_Round_In_Circles()
    {
        const string Circle = "{__schema{types{interfaces{possibleTypes{interfaces{possibleTypes{name}}}}}}}";
        const string Hidden = "{__schema{types{...A}}} fragment A on __Type{fields{type{...B}}} fragment B on __Type{fields{type{...C}}} fragment C on __Type{fields{name}}";

        Assert.Equal(["REQUEST_TOO_LARGE at -"], (await gateway.QueryAsync(Circle)).ErrorSummaries);
        Assert.Equal(["REQUEST_TOO_LARGE at -"], (await gateway.QueryAsync(Hidden)).ErrorSummaries);
        Assert.Empty((await gateway.QueryAsync("{__schema{types{interfaces{possibleTypes{name}} fields{type{name}}}}}")).ErrorSummaries);
    }

    [Theory]
    [InlineData(20_000)]
    [InlineData(3_001)]
    public async Task Repeated_Fields_Are_Counted_Before_Validation(int times)
    {
        var answer = await gateway.QueryAsync($"{{ {string.Concat(Enumerable.Repeat("s ", times))} }}");

        Assert.Equal(["REQUEST_TOO_LARGE at -"], answer.ErrorSummaries);
    }

    [Fact]
    public async Task Nesting_Is_Bounded()
    {
        var deep = string.Concat(Enumerable.Repeat("a { ", 50)) + "b" + string.Concat(Enumerable.Repeat(" }", 50));

        var answer = await gateway.QueryAsync($"{{ {deep} }}");

        Assert.Equal(["REQUEST_TOO_LARGE at -"], answer.ErrorSummaries);
        Assert.Contains("Limits:MaxDepth", answer.Errors[0].GetProperty("message").GetString());
    }

    [Fact]
    public async Task Nesting_Beyond_The_Parser_Is_A_Request_Error()
    {
        var answer = await gateway.QueryAsync(string.Concat(Enumerable.Repeat("{a", 10_000)));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Single(answer.Errors);
    }
}
