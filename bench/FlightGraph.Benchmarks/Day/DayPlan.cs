namespace FlightGraph.Benchmarks.Day;

/// <summary>What is simulated. All times are those of the fake clock.</summary>
internal sealed record DayPlan
{
    /// <summary>What Launch Library 2 allows without a key.</summary>
    public const int CallsPerHour = 15;

    public required DateTimeOffset Start { get; init; }

    public required TimeSpan Length { get; init; }

    /// <summary>On the average of the day.</summary>
    public required int QueriesPerHour { get; init; }

    /// <summary>The launch of the fixtures that happens on this day, Soyuz MS-29.</summary>
    public DateTimeOffset Launch { get; } = new(2026, 7, 14, 14, 47, 43, TimeSpan.Zero);

    public required DateTimeOffset OutageFrom { get; init; }

    public TimeSpan OutageLength { get; init; } = TimeSpan.FromMinutes(20);

    /// <summary>The part of the queries that ask for what no query has asked for before, as long as the data have such things.</summary>
    public double Novelty { get; init; } = 0.015;

    /// <summary>The part of the queries after the first hour that may fail.</summary>
    public double MostFailed { get; init; } = 0.001;

    public int Seed { get; init; } = 1;

    public DateTimeOffset End => Start + Length;

    /// <summary>A day with the launch in its middle, and the outage in the evening.</summary>
    public static DayPlan Whole(int queriesPerHour) => new()
    {
        Start = new DateTimeOffset(2026, 7, 14, 3, 0, 0, TimeSpan.Zero),
        Length = TimeSpan.FromDays(1),
        QueriesPerHour = queriesPerHour,
        OutageFrom = new DateTimeOffset(2026, 7, 14, 19, 0, 0, TimeSpan.Zero),
    };

    /// <summary>The hours around the launch, and the outage soon after it.</summary>
    public static DayPlan Smoke { get; } = new()
    {
        Start = new DateTimeOffset(2026, 7, 14, 12, 30, 0, TimeSpan.Zero),
        Length = TimeSpan.FromHours(4),
        QueriesPerHour = 500,
        OutageFrom = new DateTimeOffset(2026, 7, 14, 15, 50, 0, TimeSpan.Zero),
        // The hours after a cold start are the worst, and there are few others here: no more than were measured, and a little.
        MostFailed = 0.06,
    };

    public bool IsFirstHour(DateTimeOffset at) => at < Start + TimeSpan.FromHours(1);

    /// <summary>Half an hour before the launch and half an hour after it.</summary>
    public bool IsLaunchHour(DateTimeOffset at) => (at - Launch).Duration() <= TimeSpan.FromMinutes(30);

    public bool IsOutage(DateTimeOffset at) => at >= OutageFrom && at < OutageFrom + OutageLength;
}
