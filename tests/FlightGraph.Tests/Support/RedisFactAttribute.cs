namespace FlightGraph.Tests.Support;

/// <summary>A test that needs redis-server. Without it a developer's run skips the test, while a run in CI fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RedisFactAttribute : FactAttribute
{
    public RedisFactAttribute()
    {
        if (!NodeFactAttribute.IsOnPath(RedisServer.Program) && Environment.GetEnvironmentVariable("CI") != "true")
            Skip = "No redis-server on the PATH: install it (on Debian: apt-get install redis-server).";
    }
}
