namespace FlightGraph.Upstream.Freshness;

/// <summary>
/// How old an answer may be for whoever asks: the request directives of HTTP's <c>Cache-Control</c> (RFC 9111, section 5.2.1; RFC
/// 5861 for <c>stale-if-error</c>). Who says nothing takes any age, and is told it.
/// </summary>
public sealed record Tolerance
{
    public static Tolerance Any { get; } = new();

    /// <summary><c>no-cache</c>, as a moment: nothing read before it counts.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary><c>max-age</c>: nothing older, and nothing stale unless <see cref="MaxStale"/> allows it.</summary>
    public TimeSpan? MaxAge { get; init; }

    /// <summary><c>max-stale</c>: how far past its fresh life something may be; without a number <see cref="TimeSpan.MaxValue"/>.</summary>
    public TimeSpan? MaxStale { get; init; }

    /// <summary><c>min-fresh</c>: for how long it must still be fresh.</summary>
    public TimeSpan? MinFresh { get; init; }

    /// <summary><c>only-if-cached</c>: no call is made.</summary>
    public bool OnlyIfRemembered { get; init; }

    /// <summary><c>stale-if-error</c>: how stale it may be after all when no newer answer can be had in time.</summary>
    public TimeSpan? StaleIfError { get; init; }

    public bool Accepts(Stamp stamp, DateTimeOffset now)
    {
        if (stamp.ReadAt < NotBefore || stamp.Age(now) > MaxAge)
            return false;
        if (MinFresh is { } remaining && stamp.FreshUntil - now < remaining)
            return false;
        return !stamp.IsStale(now) || (AllowedStaleness is { } most && now - stamp.FreshUntil <= most);
    }

    /// <summary>Whether it will do where the upstream failed, refused or took too long.</summary>
    public bool AcceptsAfterFailure(Stamp stamp, DateTimeOffset now) =>
        Accepts(stamp, now) || (StaleIfError is { } most && (!stamp.IsStale(now) || now - stamp.FreshUntil <= most));

    /// <summary>Who asks for freshness in any way wants nothing stale, unless it says so too; null where nothing stale will do.</summary>
    private TimeSpan? AllowedStaleness =>
        MaxStale ?? (MaxAge is null && MinFresh is null && NotBefore is null ? TimeSpan.MaxValue : null);
}
