namespace FlightGraph.Hosting;

/// <summary>
/// Every value that <c>extensions.code</c> of an error can have. The list is closed: clients switch on it, README explains
/// it, a test compares the two.
/// </summary>
internal static class ErrorCodes
{
    /// <summary>The document is not GraphQL.</summary>
    public const string ParseFailed = "GRAPHQL_PARSE_FAILED";

    /// <summary>The document does not fit the schema.</summary>
    public const string ValidationFailed = "GRAPHQL_VALIDATION_FAILED";

    /// <summary>The document has several operations and none was named, or not that one.</summary>
    public const string OperationNotFound = "OPERATION_NOT_FOUND";

    /// <summary>The request is not one: no JSON, no query, a wrong media type or method.</summary>
    public const string BadRequest = "BAD_REQUEST";

    /// <summary>An argument or variable has a value that it cannot have; the message names the values it can.</summary>
    public const string BadUserInput = "BAD_USER_INPUT";

    /// <summary>A cursor that we did not make, or made for another list.</summary>
    public const string InvalidCursor = "INVALID_CURSOR";

    /// <summary>The list moved so much since the cursor was made that rows could be lost or repeated.</summary>
    public const string ListChanged = "LIST_CHANGED";

    /// <summary>The request or its document is larger than a limit; the message names it.</summary>
    public const string TooLarge = "REQUEST_TOO_LARGE";

    /// <summary>The operation would make more calls to the upstream than one operation may.</summary>
    public const string QueryTooExpensive = "QUERY_TOO_EXPENSIVE";

    /// <summary>The upstream cannot be reached or reports an error of its own.</summary>
    public const string UpstreamUnavailable = "UPSTREAM_UNAVAILABLE";

    /// <summary>The upstream allows no more calls for now; <c>retryAfter</c> says for how many seconds.</summary>
    public const string UpstreamRateLimited = "UPSTREAM_RATE_LIMITED";

    /// <summary>The upstream did not answer in time.</summary>
    public const string UpstreamTimeout = "UPSTREAM_TIMEOUT";

    /// <summary>The upstream answered with something that it never promised.</summary>
    public const string UpstreamMalformed = "UPSTREAM_MALFORMED";

    /// <summary>The upstream refused a value, such as one that it cannot filter by.</summary>
    public const string UpstreamRejected = "UPSTREAM_REJECTED";

    /// <summary>It is not remembered, and the request allows no call: <c>Cache-Control: only-if-cached</c>.</summary>
    public const string NotCached = "NOT_CACHED";

    /// <summary>A fault of the gateway itself.</summary>
    public const string Internal = "INTERNAL_ERROR";
}
