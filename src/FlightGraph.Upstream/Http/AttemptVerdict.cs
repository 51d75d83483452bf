using System.Net;
using System.Net.Sockets;
using Polly;
using Polly.Timeout;

namespace FlightGraph.Upstream.Http;

/// <summary>What the outcome of one attempt says about the upstream.</summary>
internal static class AttemptVerdict
{
    /// <summary>Whether the upstream is broken: no connection, no answer in time, a fault of its own, a web page in the place of JSON.</summary>
    public static bool IsBroken(Outcome<HttpResponseMessage> outcome) =>
        IsOverdue(outcome) || IsBrokenConnection(outcome.Exception) || outcome.Exception is InvalidDataException
        || outcome.Result is { } response && ((int)response.StatusCode >= 500 || (response.StatusCode == HttpStatusCode.OK && !response.IsJson()));

    /// <summary>Whether another attempt may well do better. Never after 429 and refusals: they would be the same again.</summary>
    public static bool IsPassing(Outcome<HttpResponseMessage> outcome) =>
        IsOverdue(outcome)
        // A wrong certificate is the same a moment later.
        || (IsBrokenConnection(outcome.Exception) && outcome.Exception is not HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError })
        || (int?)outcome.Result?.StatusCode is 500 or (>= 502 and <= 504) or (>= 520 and <= 529);

    /// <summary>Also when the time to connect ran out, which is no timeout of a strategy.</summary>
    public static bool IsOverdue(Outcome<HttpResponseMessage> outcome) => outcome.Exception is TimeoutRejectedException or OperationCanceledException;

    /// <summary>One that is cut while it opens shows as the socket's own error, one that is cut later as one of reading.</summary>
    public static bool IsBrokenConnection(Exception? error) => error is HttpRequestException or IOException or SocketException;
}
