using System.Text.Json;
using FlightGraph.Schema.Engine;
using FlightGraph.Upstream;
using FlightGraph.Upstream.Budget;
using FlightGraph.Upstream.Freshness;
using GraphQL;
using GraphQL.Transport;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace FlightGraph.Hosting;

/// <summary>GraphQL over HTTP: POST with a JSON body, GET with the query in the address.</summary>
internal sealed class GraphQLEndpoint(OperationRunner runner, IGraphQLTextSerializer serializer, IOptions<LimitOptions> limits, IOptions<BudgetOptions> budget, IOptions<FreshnessOptions> freshness,
    TimeProvider clock)
{
    public const string Path = "/graphql";

    /// <summary>1. Agree on the answer's media type. 2. Read the request. 3. Run it. 4. Answer.</summary>
    public async Task HandleAsync(HttpContext http)
    {
        http.Response.Headers.Append(HeaderNames.Vary, $"{HeaderNames.Accept}, {CostModeHeader.Name}");

        // 1.
        if (AcceptedMediaType.Choose(http.Request.Headers.Accept) is not { } mediaType)
        {
            await WriteAsync(http, AcceptedMediaType.Json, StatusCodes.Status406NotAcceptable, Error($"The answer comes as {AcceptedMediaType.GraphQL} or {AcceptedMediaType.Json}."));
            return;
        }

        // 2.
        var (request, refusal) = HttpMethods.IsGet(http.Request.Method) ? FromAddress(http.Request) : await FromBodyAsync(http);
        if (request is null)
        {
            await WriteAsync(http, mediaType, refusal!.Status, refusal.Result);
            return;
        }

        // 3. and 4.
        var (result, age) = await runner.RunAsync(request, CostModeHeader.Read(http.Request.Headers), TermsOf(http), http.RequestServices, http.RequestAborted);
        FreshnessHeaders.Write(http.Response.Headers, age, result.Errors is { Count: > 0 }, clock.GetUtcNow());
        await WriteAsync(http, mediaType, StatusOf(result, mediaType), result);
    }

    /// <summary>Clients are told apart by their addresses, and take turns when calls are scarce.</summary>
    private CallTerms TermsOf(HttpContext http) => new(
        CallClass.Client,
        http.Connection.RemoteIpAddress?.ToString() ?? "",
        budget.Value.MaxWait,
        freshness.Value.ClientDirectives ? FreshnessHeaders.Read(http.Request.Headers, clock.GetUtcNow()) : Tolerance.Any);

    /// <summary>
    /// An answer without data is a client's mistake. Clients that asked for plain JSON expect 200 for a mistake in the document,
    /// though not for a request that has none.
    /// </summary>
    private static int StatusOf(ExecutionResult result, string mediaType) =>
        result.Executed || (mediaType == AcceptedMediaType.Json && result.Errors is not [GatewayError { Code: ErrorCodes.BadRequest }])
            ? StatusCodes.Status200OK
            : StatusCodes.Status400BadRequest;

    private (GraphQLRequest? Request, Refusal? Refusal) FromAddress(HttpRequest http)
    {
        try
        {
            return (new GraphQLRequest
            {
                Query = http.Query["query"],
                OperationName = http.Query["operationName"],
                Variables = http.Query["variables"] is [{ Length: > 0 } variables, ..] ? serializer.Deserialize<Inputs>(variables) : null,
            }, null);
        }
        catch (Exception error) when (IsNotJson(error))
        {
            return (null, new Refusal(StatusCodes.Status400BadRequest, Error("The parameter 'variables' must be a JSON object.")));
        }
    }

    private async Task<(GraphQLRequest? Request, Refusal? Refusal)> FromBodyAsync(HttpContext http)
    {
        if (!http.Request.HasJsonContentType())
            return (null, new Refusal(StatusCodes.Status415UnsupportedMediaType, Error("Send the request as application/json in UTF-8.")));

        var body = await BoundedBody.ReadAsync(http.Request.Body, http.Request.ContentLength, limits.Value.MaxBodyBytes, http.RequestAborted);
        if (body is null)
        {
            return (null, new Refusal(StatusCodes.Status413PayloadTooLarge,
                new ExecutionResult(new GatewayError(ErrorCodes.TooLarge, $"The body is larger than the {limits.Value.MaxBodyBytes} bytes that Limits:MaxBodyBytes allows."))));
        }

        try
        {
            return serializer.Deserialize<GraphQLRequest>(System.Text.Encoding.UTF8.GetString(body)) is { } request
                ? (request, null)
                : (null, NotARequest());
        }
        catch (Exception error) when (IsNotJson(error))
        {
            return (null, NotARequest());
        }
    }

    private static Refusal NotARequest() =>
        new(StatusCodes.Status400BadRequest, Error("The body must be a JSON object with 'query' and perhaps 'operationName' and 'variables'."));

    /// <summary>What the engine's reader throws for broken JSON and for JSON of another shape.</summary>
    private static bool IsNotJson(Exception error) => error is JsonException or InvalidOperationException or FormatException;

    private static ExecutionResult Error(string message) => new(new GatewayError(ErrorCodes.BadRequest, message));

    private async Task WriteAsync(HttpContext http, string mediaType, int status, ExecutionResult result)
    {
        http.Response.StatusCode = status;
        if (status != StatusCodes.Status200OK)
            http.Response.Headers.CacheControl = "no-store";
        http.Response.ContentType = $"{mediaType}; charset=utf-8";
        await serializer.WriteAsync(http.Response.Body, ErrorCap.Apply(result), http.RequestAborted);
    }

    private sealed record Refusal(int Status, ExecutionResult Result);
}
