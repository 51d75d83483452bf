using FlightGraph.Upstream.Freshness;
using FlightGraph.Upstream.Planning;
using FlightGraph.Upstream.Requests;

namespace FlightGraph.DataLoaders;

/// <summary>Something stale that was used, or something missing that was asked for.</summary>
/// <param name="Need">An object and what is asked of it; null for a page or document.</param>
/// <param name="Address">A page or document; null for an object.</param>
/// <param name="Stamp">How old it is; null where there is none yet.</param>
/// <param name="Uses">How often it was used since it became stale, or asked for in vain.</param>
internal sealed record RefreshWant(Need? Need, UpstreamAddress? Address, Stamp? Stamp, int Uses = 1)
{
    public bool IsMissing => Stamp is null;

    /// <summary>The same thing wanted twice.</summary>
    public RefreshWant And(RefreshWant other) => this with
    {
        Need = Need is null || other.Need is null ? Need : Need with { Projection = Need.Projection.And(other.Need.Projection) },
        Stamp = Stamp is null ? null : other.Stamp,
        Uses = Uses + other.Uses,
    };

    /// <summary>Used often, and stale for long beside its life: a launch's minute is as long as an agency's day.</summary>
    public double Urgency(DateTimeOffset now)
    {
        if (Stamp is not { } stamp)
            return Uses;
        var life = Math.Max(1, (stamp.FreshUntil - stamp.ReadAt).TotalSeconds);
        return Uses * (1 + ((now - stamp.FreshUntil).TotalSeconds / life));
    }
}
