namespace FlightGraph.Tests.Ide;

/// <summary>A test that needs Chromium and the IDE that the build restores from npm. Skipped or failed like the other.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BananaCakePopFactAttribute : FactAttribute
{
    public BananaCakePopFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("CI") == "true")
            return;
        Skip = Chromium.Find() is null ? Chromium.HowToInstall
            : !File.Exists(Path.Combine(AppContext.BaseDirectory, "ide", "index.html")) ? "The build restored no IDE from npm: build with Node.js at hand."
            : null;
    }
}
