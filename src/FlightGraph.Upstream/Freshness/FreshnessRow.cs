using FlightGraph.Upstream.Documents;

namespace FlightGraph.Upstream.Freshness;

/// <summary>A row of <see cref="FreshnessTable"/>.</summary>
/// <param name="Name">Its key in the configuration, below <c>Freshness:Lives</c>.</param>
/// <param name="Life">How long what it describes stays fresh, unless configured otherwise.</param>
/// <param name="Reason">Why just so long.</param>
internal sealed record FreshnessRow(string Name, TimeSpan Life, string Reason)
{
    /// <summary>The entities it is about, by the contract's names; none where a row is for something else.</summary>
    public IReadOnlyList<string> Entities { get; init; } = [];

    /// <summary>The field with the moment that counts, for rows that are about a time of the object's life.</summary>
    public string? Moment { get; init; }

    /// <summary>From when on the row holds, as time since the moment; negative before it.</summary>
    public TimeSpan From { get; init; } = TimeSpan.MinValue;

    /// <summary>Until when.</summary>
    public TimeSpan To { get; init; } = TimeSpan.MaxValue;

    /// <summary>A further condition on the object.</summary>
    public Func<ResourceObject, bool> When { get; init; } = _ => true;

    /// <summary>Whether what holds such an object is no fresher than it: a flight whose launch is about to happen.</summary>
    public bool HurriesHolder { get; init; }
}
