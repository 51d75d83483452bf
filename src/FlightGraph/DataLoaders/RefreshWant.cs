using FlightGraph.Upstream.Freshness;
using FlightGraph.Upstream.Planning;
using FlightGraph.Upstream.Requests;

namespace FlightGraph.DataLoaders;

/// <summary>Something stale that was used.</summary>
/// <param name="Need">An object and what is asked of it; null for a page or document.</param>
/// <param name="Address">A page or document; null for an object.</param>
/// <param name="Stamp">How old it is.</param>
/// <param name="Uses">How often it was used since it became stale.</param>
internal sealed record RefreshWant(Need? Need, UpstreamAddress? Address, Stamp Stamp, int Uses = 1)
{
    /// <summary>The same thing wanted twice.</summary>
    public RefreshWant And(RefreshWant other) => this with
    {
        Need = Need is null || other.Need is null ? Need : Need with { Projection = Need.Projection.And(other.Need.Projection) },
        Stamp = other.Stamp,
        Uses = Uses + other.Uses,
    };

    /// <summary>A launch's minute is as long as an agency's day.</summary>
    public double Urgency(DateTimeOffset now)
    {
        var life = Math.Max(1, (Stamp.FreshUntil - Stamp.ReadAt).TotalSeconds);
        return Uses * (1 + ((now - Stamp.FreshUntil).TotalSeconds / life));
    }
}
