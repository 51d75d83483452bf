using Microsoft.Extensions.Time.Testing;

namespace FlightGraph.Tests.Warming;

/// <summary>A clock moved by hand that tells when somebody begins to wait for just so long.</summary>
internal sealed class TimerClock(TimeSpan watched) : FakeTimeProvider(new DateTimeOffset(2026, 7, 24, 12, 0, 0, TimeSpan.Zero))
{
    private readonly SemaphoreSlim timers = new(0);

    /// <summary>Once for each such wait.</summary>
    public async Task TimerAsync() => Assert.True(await timers.WaitAsync(TimeSpan.FromSeconds(30)), "Nobody began to wait.");

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime == watched)
            timers.Release();
        return timer;
    }
}
