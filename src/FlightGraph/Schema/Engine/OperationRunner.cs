using FlightGraph.Hosting;
using FlightGraph.Upstream;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Transport;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;
using Microsoft.Extensions.Options;

namespace FlightGraph.Schema.Engine;

/// <summary>Runs one operation through the engine.</summary>
internal sealed class OperationRunner(
    GatewaySchema schema,
    IDocumentExecuter executer,
    DocumentMemory memory,
    OperationContextFactory contexts,
    IOptions<LimitOptions> limits,
    TimeProvider clock,
    ILogger<OperationRunner> logger)
{
    private static readonly GraphQLDocumentBuilder Parser = new();

    /// <summary>
    /// 1. Recall or parse the document. 2. Measure a new one. 3. Validate it, if new, and execute. 4. Remember a valid one.
    /// 5. Tell how old the answer is, and its cost to those who asked.
    /// </summary>
    /// <param name="terms">On whose behalf, and how old the answer may be.</param>
    /// <param name="services">The request's.</param>
    public async Task<OperationOutcome> RunAsync(GraphQLRequest request, CostMode costMode, CallTerms terms, IServiceProvider services, CancellationToken cancellationToken)
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
                DocumentGuard.Check(document, limits.Value);
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
        using var operation = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var context = contexts.Create(terms, onlyPlans: costMode == CostMode.Validate, operation);
        ExecutionResult result;
        try
        {
            result = await executer.ExecuteAsync(new ExecutionOptions
            {
                Schema = schema,
                Document = document,
                Query = request.Query,
                OperationName = request.OperationName,
                Variables = request.Variables,
                UserContext = context,
                RequestServices = services,
                ValidationRules = known ? [] : null,
                UnhandledExceptionDelegate = OnUnhandledExceptionAsync,
                CancellationToken = operation.Token,
            });
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested && operation.IsCancellationRequested)
        {
            // Ended at the gate, before the first call. To have come there the document must be valid.
            result = context.Gate.Refusal is { } refusal ? new ExecutionResult(refusal) : new ExecutionResult { Executed = true };
        }
        finally
        {
            context.Loaders.Use.AskAgain();
        }

        // 4. What was executed was valid.
        if (!known && result.Executed)
            memory.Remember(request.Query, document);
        // 5.
        if (!result.Executed)
            return new OperationOutcome(result, null);
        if (context.Loaders.Use.Freshness.Whole is { } age)
            FreshnessExtension.Add(result, age, clock.GetUtcNow());
        return new OperationOutcome(costMode == CostMode.None ? result : CostExtension.Add(result, context, costMode), context.Loaders.Use.Freshness.Whole);
    }

    private static void CheckOperations(GraphQLDocument document)
    {
        if (!Operations(document).Any())
            throw new GatewayError(ErrorCodes.OperationNotFound, "The document has no operation.");
        if (Operations(document).FirstOrDefault(operation => operation.Operation != OperationType.Query) is { } other)
            throw new GatewayError(ErrorCodes.ValidationFailed, $"The schema has queries only, no {other.Operation.ToString().ToLowerInvariant()}.");
    }

    private static IEnumerable<GraphQLOperationDefinition> Operations(GraphQLDocument document) => document.Definitions.OfType<GraphQLOperationDefinition>();

    private static OperationOutcome Refused(ExecutionError error) => new(new ExecutionResult(error), null);

    private Task OnUnhandledExceptionAsync(UnhandledExceptionContext context)
    {
        Log.UnhandledException(logger, context.OriginalException);
        context.ErrorMessage = "Something went wrong inside the gateway.";
        return Task.CompletedTask;
    }
}
