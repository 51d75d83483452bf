using FlightGraph.Upstream.Budget;

namespace FlightGraph.Tests.Budget;

public sealed class LaunchCalendarTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly JumpingClock clock = new();

    [Theory]
    [InlineData(-61, false, false)]
    [InlineData(-60, true, false)]
    [InlineData(0, true, false)]
    [InlineData(60, true, false)]
    [InlineData(61, false, true)]
    [InlineData(120, false, true)]
    [InlineData(121, false, false)]
    public void Launch_Hour_Is_The_Hour_Before_And_After(int minutesUntilLaunch, bool isOn, bool isComing)
    {
        var calendar = new LaunchCalendar(clock);
        var now = clock.GetUtcNow();
        calendar.Note("launch", now + TimeSpan.FromMinutes(minutesUntilLaunch), false);

        Assert.Equal((isOn, isComing), (calendar.IsLaunchHour(now), calendar.IsLaunchHourWithin(now, Hour)));
    }

    [Fact]
    public void Launch_That_Is_Over_Or_Postponed_Has_No_Hour()
    {
        var calendar = new LaunchCalendar(clock);
        var now = clock.GetUtcNow();
        calendar.Note("over", now, false);
        calendar.Note("over", now, true);
        calendar.Note("postponed", now, false);
        calendar.Note("postponed", now + Hour * 24, false);

        Assert.False(calendar.IsLaunchHour(now));
    }

    [Fact]
    public void Nearest_Launches_Are_Remembered_However_Many_There_Are()
    {
        var calendar = new LaunchCalendar(clock);
        var now = clock.GetUtcNow();
        calendar.Note("near", now + Hour * 1.5, false);
        for (var number = 0; number < 1500; number++)
            calendar.Note($"far {number}", now + (Hour * (24 + number)), false);
        calendar.Note("first", DateTimeOffset.MinValue, false);
        calendar.Note("last", DateTimeOffset.MaxValue, false);

        Assert.True(calendar.IsLaunchHourWithin(now, Hour));
        Assert.False(calendar.IsLaunchHourWithin(now + (Hour * 24 * 60), Hour));
    }
}
