namespace FlightGraph.Upstream.Http;

/// <summary>What a call brought: a body, the knowledge that there is no such thing, or an error.</summary>
internal sealed record HttpAnswer
{
    /// <summary>JSON by its own account, decompressed; null unless the call was good and found something.</summary>
    public byte[]? Body { get; private init; }

    /// <summary>For 429, and for a call that was held back, with the time to wait where it is known.</summary>
    public UpstreamError? Error { get; private init; }

    /// <summary>For the log: what broke the connection, in words that name no address.</summary>
    public string? BrokenBy { get; init; }

    /// <summary>How many requests left for the upstream. None when the call was held back.</summary>
    public int Attempts { get; init; }

    /// <summary>From the sending to the last byte, all attempts and the pause between them included.</summary>
    public TimeSpan Elapsed { get; init; }

    public static HttpAnswer NotFound { get; } = new();

    /// <summary>Of the body, decompressed.</summary>
    public long Bytes => Body?.Length ?? 0;

    public static HttpAnswer Found(byte[] body) => new() { Body = body };

    public static HttpAnswer Failed(UpstreamErrorKind kind, string message, TimeSpan? retryAfter = null) =>
        new() { Error = new UpstreamError(kind, message, retryAfter) };

    /// <summary>The same failure, with the time to wait before the next try.</summary>
    public HttpAnswer RetriedAfter(TimeSpan wait) => this with { Error = Error! with { RetryAfter = wait } };
}
