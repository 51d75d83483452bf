using FlightGraph.Upstream;

namespace FlightGraph.Schema.Paging;

/// <summary>A page, or why there is none: a call that failed, or a list that moved too much to go on without loss.</summary>
internal sealed record ConnectionResult(ConnectionPage? Page, UpstreamError? Error, bool HasChanged)
{
    public static ConnectionResult Changed { get; } = new(null, null, true);

    public static ConnectionResult Of(ConnectionPage page) => new(page, null, false);

    public static ConnectionResult Failed(UpstreamError error) => new(null, error, false);
}
