namespace FlightGraph.Upstream;

/// <summary>An expected failure of a call.</summary>
/// <param name="Message">Safe to show: no address, header, key or body.</param>
/// <param name="RetryAfter">How long the upstream asked us to wait, for <see cref="UpstreamErrorKind.RateLimited"/>.</param>
public sealed record UpstreamError(UpstreamErrorKind Kind, string Message, TimeSpan? RetryAfter = null);
