namespace FlightGraph.Schema.Throttle;

internal static class ThrottleTopic
{
    public static Topic Topic { get; } = new([ApiThrottleType.Definition], [])
    {
        Singletons = [new("api-throttle", "apiThrottle", "How many calls Launch Library 2 allows the gateway, and how many are spent.")],
    };
}
