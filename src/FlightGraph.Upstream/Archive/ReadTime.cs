namespace FlightGraph.Upstream.Archive;

/// <summary>Moments as archives keep them: microseconds since 1970, which a double, as Redis reckons in, still holds exactly.</summary>
internal static class ReadTime
{
    public static long ToMicroseconds(DateTimeOffset time) => (time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset FromMicroseconds(long value) => DateTimeOffset.UnixEpoch.AddTicks(value * TimeSpan.TicksPerMicrosecond);

    /// <summary>The moment as it will be read again.</summary>
    public static DateTimeOffset Rounded(DateTimeOffset time) => FromMicroseconds(ToMicroseconds(time));
}
