using FlightGraph.Hosting;
using FlightGraph.Upstream;
using GraphQL;

namespace FlightGraph.Schema.Engine;

/// <summary>An error that clients see, with its code and what else they need to act on it.</summary>
internal sealed class GatewayError : ExecutionError
{
    public GatewayError(string code, string message)
        : base(message)
    {
        Code = code;
    }

    public static GatewayError From(UpstreamError error)
    {
        var gatewayError = new GatewayError(CodeOf(error.Kind), error.Message);
        if (error.RetryAfter is { } wait)
            gatewayError.Extensions = new Dictionary<string, object?> { ["retryAfter"] = (int)Math.Ceiling(wait.TotalSeconds) };
        return gatewayError;
    }

    public static GatewayError Malformed() => new(ErrorCodes.UpstreamMalformed, "The upstream's value is not one that this field can have.");

    private static string CodeOf(UpstreamErrorKind kind) => kind switch
    {
        UpstreamErrorKind.Unavailable => ErrorCodes.UpstreamUnavailable,
        UpstreamErrorKind.Timeout => ErrorCodes.UpstreamTimeout,
        UpstreamErrorKind.RateLimited => ErrorCodes.UpstreamRateLimited,
        UpstreamErrorKind.Malformed => ErrorCodes.UpstreamMalformed,
        UpstreamErrorKind.Rejected => ErrorCodes.UpstreamRejected,
        UpstreamErrorKind.NotRemembered => ErrorCodes.NotCached,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
