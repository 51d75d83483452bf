namespace FlightGraph.Upstream.Freshness;

/// <summary>How old something is, and how long it counts as fresh.</summary>
/// <param name="ReadAt">When the upstream last said so.</param>
/// <param name="FreshUntil">When its fresh life ends; stale from then on, never gone.</param>
public readonly record struct Stamp(DateTimeOffset ReadAt, DateTimeOffset FreshUntil)
{
    public bool IsStale(DateTimeOffset now) => now >= FreshUntil;

    /// <summary>None where the clock stands before the reading: replicas' clocks differ a little.</summary>
    public TimeSpan Age(DateTimeOffset now) => now > ReadAt ? now - ReadAt : TimeSpan.Zero;

    /// <summary>What is true of two things together: the age of the older, fresh as long as both.</summary>
    public Stamp And(Stamp other) => new(ReadAt < other.ReadAt ? ReadAt : other.ReadAt, FreshUntil < other.FreshUntil ? FreshUntil : other.FreshUntil);
}
