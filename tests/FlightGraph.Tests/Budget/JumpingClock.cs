using Microsoft.Extensions.Time.Testing;

namespace FlightGraph.Tests.Budget;

/// <summary>A clock moved by hand, whose wall time can also jump without its timestamps and timers.</summary>
internal sealed class JumpingClock : TimeProvider
{
    private readonly FakeTimeProvider steady = new(new DateTimeOffset(2026, 7, 24, 12, 0, 0, TimeSpan.Zero));
    private TimeSpan jumped;

    public override long TimestampFrequency => steady.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => steady.GetUtcNow() + jumped;

    public override long GetTimestamp() => steady.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        steady.CreateTimer(callback, state, dueTime, period);

    public void Advance(TimeSpan time) => steady.Advance(time);

    /// <summary>Somebody sets the wall clock.</summary>
    public void Jump(TimeSpan time) => jumped += time;
}
