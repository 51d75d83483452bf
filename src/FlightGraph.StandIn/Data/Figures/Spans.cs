namespace FlightGraph.StandIn.Data.Figures;

/// <summary>Lengths of time between the things a data set knows.</summary>
internal static class Spans
{
    /// <summary>The shortest time between neighbours, which come in order; null if there are not two.</summary>
    public static object? ShortestGap(IEnumerable<DateTimeOffset?> times)
    {
        var known = times.OfType<DateTimeOffset>().ToArray();
        return known.Length < 2 ? null : known.Zip(known.Skip(1), (earlier, later) => later - earlier).Min();
    }

    /// <summary>Null if one of the two is not known.</summary>
    public static object? Between(DateTimeOffset? from, DateTimeOffset? to) => to - from;

    public static TimeSpan Sum(IEnumerable<TimeSpan> spans) => spans.Aggregate(TimeSpan.Zero, (sum, span) => sum + span);

    public static object? Years(DateOnly? birth, DateOnly until)
    {
        if (birth is not { } born)
            return null;

        var years = until.Year - born.Year;
        return (long)(born.AddYears(years) > until ? years - 1 : years);
    }

    public static DateOnly Day(DateTimeOffset time) => DateOnly.FromDateTime(time.UtcDateTime);
}
