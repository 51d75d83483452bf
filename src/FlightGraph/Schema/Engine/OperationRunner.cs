using FlightGraph.DataLoaders;
using FlightGraph.Hosting;
using FlightGraph.Upstream;
using FlightGraph.Upstream.Contract;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Transport;
using GraphQL.Validation;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;
using Microsoft.Extensions.Options;

namespace FlightGraph.Schema.Engine;

/// <summary>Runs one operation through the engine.</summary>
internal sealed class OperationRunner(
    GatewaySchema schema,
    IDocumentExecuter executer,
    DocumentMemory memory,
    UpstreamContract contract,
    UpstreamClient upstream,
    IOptions<LimitOptions> limits,
    ILogger<OperationRunner> logger)
{
    private static readonly GraphQLDocumentBuilder Parser = new();

    /// <summary>1. Recall or parse the document. 2. Measure a new one. 3. Validate it, if new, and execute. 4. Remember a valid one.</summary>
    /// <param name="services">The request's.</param>
    public async Task<ExecutionResult> RunAsync(GraphQLRequest request, IServiceProvider services, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(request.Query))
            return Refused(new GatewayError(ErrorCodes.BadRequest, "The request has no 'query'."));

        // 1. and 2.
        var known = memory.TryGet(request.Query, out var document);
        if (document is null)
        {
            try
            {
                document = Parser.Build(request.Query);
                DocumentGuard.Check(document, limits.Value.MaxFields, limits.Value.MaxDepth);
                CheckOperations(document);
            }
            catch (ExecutionError error)
            {
                return Refused(error);
            }
            catch (GraphQLMaxDepthExceededException)
            {
                return Refused(new GatewayError(ErrorCodes.TooLarge, "The document nests deeper than any that could be answered."));
            }
        }

        // The engine takes the first of several operations when none is named; the specification does not.
        if (string.IsNullOrEmpty(request.OperationName) && Operations(document).Skip(1).Any())
            return Refused(new GatewayError(ErrorCodes.OperationNotFound, "The document has several operations; name one in 'operationName'."));

        // 3.
        var result = await executer.ExecuteAsync(new ExecutionOptions
        {
            Schema = schema,
            Document = document,
            Query = request.Query,
            OperationName = request.OperationName,
            Variables = request.Variables,
            UserContext = new OperationContext(new ResourceLoaders(contract, upstream)),
            RequestServices = services,
            ValidationRules = known ? [] : null,
            UnhandledExceptionDelegate = OnUnhandledExceptionAsync,
            CancellationToken = cancellationToken,
        });

        // 4. What was executed was valid.
        if (!known && result.Executed)
            memory.Remember(request.Query, document);
        return result;
    }

    private static void CheckOperations(GraphQLDocument document)
    {
        if (!Operations(document).Any())
            throw new GatewayError(ErrorCodes.OperationNotFound, "The document has no operation.");
        if (Operations(document).FirstOrDefault(operation => operation.Operation != OperationType.Query) is { } other)
            throw new GatewayError(ErrorCodes.ValidationFailed, $"The schema has queries only, no {other.Operation.ToString().ToLowerInvariant()}.");
    }

    private static IEnumerable<GraphQLOperationDefinition> Operations(GraphQLDocument document) => document.Definitions.OfType<GraphQLOperationDefinition>();

    private static ExecutionResult Refused(ExecutionError error) => new(error);

    private Task OnUnhandledExceptionAsync(UnhandledExceptionContext context)
    {
        Log.UnhandledException(logger, context.OriginalException);
        context.ErrorMessage = "Something went wrong inside the gateway.";
        return Task.CompletedTask;
    }
}
