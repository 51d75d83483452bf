namespace FlightGraph.Tests.Support;

/// <summary>A test that needs Node.js with npm. Without them a developer's run skips the test, while a run in CI fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute()
    {
        if (!(IsOnPath("node") && IsOnPath("npm")) && Environment.GetEnvironmentVariable("CI") != "true")
            Skip = "No Node.js with npm on the PATH: install them (on Debian: apt-get install nodejs npm).";
    }

    internal static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
