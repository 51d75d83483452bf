using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using FlightGraph.Tests.Support;

namespace FlightGraph.Tests.Hosting;

/// <summary>GraphQL over HTTP, from outside.</summary>
public sealed partial class GraphQLEndpointTests : IAsyncLifetime
{
    private ScriptedUpstream upstream = null!;
    private Gateway gateway = null!;

    public async Task InitializeAsync()
    {
        upstream = await ScriptedUpstream.StartAsync();
        gateway = await Gateway.StartAsync(upstream.BaseAddress);
    }

    public async Task DisposeAsync()
    {
        await gateway.DisposeAsync();
        await upstream.DisposeAsync();
    }

    [Theory]
    [InlineData(null, "application/graphql-response+json")]
    [InlineData("*/*", "application/graphql-response+json")]
    [InlineData("application/*", "application/graphql-response+json")]
    [InlineData("application/json", "application/json")]
    [InlineData("application/json; charset=utf-8", "application/json")]
    [InlineData("application/graphql-response+json, application/json;q=0.9", "application/graphql-response+json")]
    [InlineData("application/graphql-response+json;q=0.5, application/json", "application/json")]
    public async Task Answer_Comes_In_The_Media_Type_Asked_For(string? accept, string expected)
    {
        using var response = await SendAsync("""{"query": "{ __typename }"}""", accept: accept);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(expected, response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Accept", response.Headers.Vary);
        Assert.Equal("""{"data":{"__typename":"Query"}}""", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("text/html")]
    [InlineData("application/json;q=0")]
    [InlineData("image/png, text/*")]
    public async Task Other_Media_Types_Are_Not_To_Be_Had(string accept)
    {
        using var response = await SendAsync("""{"query": "{ __typename }"}""", accept: accept);

        Assert.Equal(HttpStatusCode.NotAcceptable, response.StatusCode);
        Assert.Equal("BAD_REQUEST", await CodeOf(response));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/graphql")]
    public async Task Body_That_Is_Not_Declared_As_Json_Is_Refused(string contentType)
    {
        using var response = await SendAsync("""{"query": "{ __typename }"}""", contentType: contentType);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Equal("BAD_REQUEST", await CodeOf(response));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("17")]
    [InlineData("\"{ __typename }\"")]
    [InlineData("{}")]
    [InlineData("{\"query\": null}")]
    [InlineData("{\"query\": 17}")]
    [InlineData("{\"query\": \"  \"}")]
    [InlineData("{\"query\": [\"{ __typename }\"]}")]
    [InlineData("{\"query\": \"{ __typename }\", \"variables\": [1]}")]
    [InlineData("{\"query\": \"{ __typename }\", \"variables\": \"x\"}")]
    [InlineData("{\"query\": \"{ __typename }\", \"operationName\": {}}")]
    [InlineData("[{\"query\": \"{ __typename }\"}]")]
    public async Task Body_That_Is_No_Request_Is_A_Bad_Request(string body)
    {
        using var response = await SendAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("BAD_REQUEST", await CodeOf(response));
    }

    [Theory]
    [InlineData("{ ", "GRAPHQL_PARSE_FAILED")]
    [InlineData("{ nope }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("{ agency }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("{ agency(id: 63) { name { first } } }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("{ ...F } fragment F on Query { ...F }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("query($id: ID!) { agency(id: $id) { name } }", "BAD_USER_INPUT")]
    [InlineData("query A { __typename } query B { __typename }", "OPERATION_NOT_FOUND")]
    [InlineData("fragment F on Query { __typename }", "OPERATION_NOT_FOUND")]
    [InlineData("mutation { launch }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("subscription { launch }", "GRAPHQL_VALIDATION_FAILED")]
    public async Task Request_Errors_Have_A_Code_And_No_Data(string query, string code)
    {
        using var response = await SendAsync(JsonSerializer.Serialize(new { query }));
        using var asJson = await SendAsync(JsonSerializer.Serialize(new { query }), accept: "application/json");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(HttpStatusCode.OK, asJson.StatusCode);
        var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(code, body.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
        Assert.False(body.TryGetProperty("data", out _));
        Assert.Empty(upstream.Requests);
    }

    [Theory]
    [InlineData(5, 5)]
    [InlineData(12_000, 6)]
    public async Task Few_Errors_Of_A_Document_Are_Told_And_The_Rest_Counted(int mistakes, int told)
    {
        var answer = await gateway.QueryAsync($"{{ __typename {string.Concat(Enumerable.Repeat("@x", mistakes))} }}");

        Assert.Equal(Enumerable.Repeat("GRAPHQL_VALIDATION_FAILED at -", told), answer.ErrorSummaries);
        Assert.Equal(told > 5 ? "And 11,995 more errors, which are left out." : "Unknown directive 'x'.", answer.Errors[^1].GetProperty("message").GetString());
    }

    [Fact]
    public async Task Hundred_Errors_Of_Fields_Are_Told_And_The_Rest_Counted()
    {
        upstream.On("agencies/", Documents.Page([.. Enumerable.Range(1, 60).Select(id => $$"""{"id": {{id}}, "name": 1, "abbrev": 2}""")]));

        var answer = await gateway.QueryAsync("{ agencies(first: 60) { nodes { id name abbrev } } }");

        Assert.Equal(101, answer.Errors.Count);
        Assert.Equal("And 20 more errors, which are left out.", answer.Errors[^1].GetProperty("message").GetString());
        Assert.Equal("UPSTREAM_MALFORMED at -", answer.ErrorSummaries[^1]);
        Assert.Equal("Agency:60", answer.At("agencies.nodes.59.id").GetString());
    }

    [Fact]
    public async Task Byte_Order_Mark_Is_Skipped()
    {
        using var response = await SendAsync("\uFEFF{\"query\": \"{ __typename }\"}");

        Assert.Equal("""{"data":{"__typename":"Query"}}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Named_Operation_Is_Chosen()
    {
        var answer = await gateway.PostAsync(new { query = "query A { a: __typename } query B { b: __typename }", operationName = "B" });

        Assert.Equal("""{"data":{"b":"Query"}}""", answer.Body.GetRawText());
    }

    [Fact]
    public async Task Query_May_Stand_In_The_Address()
    {
        upstream.On("agencies/63/", """{"id": 63, "name": "Roscosmos"}""");

        var body = await gateway.Http.GetStringAsync("/graphql?query=" + Uri.EscapeDataString("query Q($id: ID!) { agency(id: $id) { name } }") + "&variables=" + Uri.EscapeDataString("""{"id": 63}"""));

        Assert.StartsWith("""{"data":{"agency":{"name":"Roscosmos"}},""", body);
    }

    [Fact]
    public async Task Other_Methods_Are_Not_Allowed()
    {
        using var response = await gateway.Http.PutAsync("/graphql", new StringContent("{}", Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Contains("POST", response.Content.Headers.Allow);
    }

    [Fact]
    public async Task Fault_Of_The_Gateway_Shows_Nothing_Of_Its_Inside()
    {
        // A page without an answer is impossible, so a fault is provoked where it is: a body that is no text.
        upstream.On("agencies/63/", http => throw new InvalidOperationException("inside"));

        var answer = await gateway.QueryAsync("{ agency(id: 63) { name } }");

        Assert.Equal(["UPSTREAM_UNAVAILABLE at agency"], answer.ErrorSummaries);
        Assert.DoesNotContain("   at ", answer.ToString());
    }

    [Fact]
    public async Task Remembered_Document_Answers_With_New_Variables()
    {
        upstream.On("agencies/1/", """{"id": 1, "name": "One"}""").On("agencies/2/", """{"id": 2, "name": "Two"}""");
        const string Query = "query($id: ID!, $short: Boolean!) { agency(id: $id) { name id @skip(if: $short) } }";

        for (var round = 0; round < 3; round++)
        {
            var one = await gateway.QueryAsync(Query, new { id = 1, @short = true });
            var two = await gateway.QueryAsync(Query, new { id = "Agency:2", @short = false });
            Assert.Equal("""{"agency":{"name":"One"}}""", one.Data.GetRawText());
            Assert.Equal("""{"agency":{"name":"Two","id":"Agency:2"}}""", two.Data.GetRawText());
        }

        var wrong = await gateway.QueryAsync(Query, new { id = new[] { 1 }, @short = true });
        Assert.Equal(["BAD_USER_INPUT at -"], wrong.ErrorSummaries);
    }

    [Theory]
    [InlineData("\"x\"")]
    [InlineData("-5")]
    [InlineData("\"Launch:63\"")]
    [InlineData("99999999999999999999")]
    public async Task Id_That_Is_None_Is_Refused_With_An_Example(string id)
    {
        var answer = await gateway.QueryAsync($"{{ agency(id: {id}) {{ name }} }}");

        Assert.Equal(["BAD_USER_INPUT at agency"], answer.ErrorSummaries);
        Assert.Contains("Agency:63", answer.Errors[0].GetProperty("message").GetString());
        Assert.Empty(upstream.Requests);
    }

    [Fact]
    public async Task Introspection_Tells_Where_Scalars_Are_Specified()
    {
        var answer = await gateway.QueryAsync("""{ __type(name: "DateTime") { kind specifiedByURL description } }""");

        Assert.Equal("https://www.rfc-editor.org/rfc/rfc3339", answer.At("__type.specifiedByURL").GetString());
    }

    private static async Task<string?> CodeOf(HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();

    private async Task<HttpResponseMessage> SendAsync(string body, string contentType = "application/json", string? accept = null, bool chunked = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        request.Headers.TransferEncodingChunked = chunked;
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        return await gateway.Http.SendAsync(request);
    }
}
