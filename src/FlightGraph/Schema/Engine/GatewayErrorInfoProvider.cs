using FlightGraph.Hosting;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Validation;

namespace FlightGraph.Schema.Engine;

/// <summary>
/// Gives every error a code of the closed list. The engine's own codes follow the names of its classes and rules, which are
/// no promise to anybody.
/// </summary>
internal sealed class GatewayErrorInfoProvider : IErrorInfoProvider
{
    public ErrorInfo GetInfo(ExecutionError error)
    {
        var extensions = new Dictionary<string, object?> { ["code"] = CodeOf(error) };
        foreach (var (name, value) in (error as GatewayError)?.Extensions ?? [])
            extensions[name] = value;
        return new ErrorInfo { Message = error.Message, Extensions = extensions };
    }

    public static string CodeOf(ExecutionError error) => error switch
    {
        GatewayError { Code: { } code } => code,
        SyntaxError => ErrorCodes.ParseFailed,
        InvalidOperationNameError or NoOperationError => ErrorCodes.OperationNotFound,
        InvalidVariableError => ErrorCodes.BadUserInput,
        ValidationError => ErrorCodes.ValidationFailed,
        _ => ErrorCodes.Internal,
    };
}
