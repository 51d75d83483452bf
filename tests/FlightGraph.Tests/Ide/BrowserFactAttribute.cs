namespace FlightGraph.Tests.Ide;

/// <summary>A test that needs Chromium. Without it a developer's run skips the test, while a run in CI fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Chromium.Find() is null && Environment.GetEnvironmentVariable("CI") != "true")
            Skip = Chromium.HowToInstall;
    }
}
