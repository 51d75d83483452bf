namespace FlightGraph.Upstream;

/// <summary>An expected failure of a call.</summary>
/// <param name="Message">Safe to show: no address, header, key or body.</param>
/// <param name="RetryAfter">How long to wait before asking again: what the upstream said, or how long we leave it alone. Null when nobody knows.</param>
public sealed record UpstreamError(UpstreamErrorKind Kind, string Message, TimeSpan? RetryAfter = null);
