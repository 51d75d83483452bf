namespace FlightGraph.Schema.Throttle;

internal static class ApiThrottleType
{
    // The upstream's `ident` stays out: it is the gateway's address or its very key.
    public static ObjectDefinition Definition { get; } = new("ApiThrottle", "APIThrottle", "How many calls Launch Library 2 allows the gateway. Asking costs none of them.")
    {
        { "your_request_limit", "Int", "Calls allowed in a window." },
        { "limit_frequency_secs", "Int", "The window's length in seconds, 3600 as a rule." },
        { "current_use", "Int", "Calls made in the window that is running." },
        { "next_use_secs", "Int", "Seconds until the next call is allowed; 0 when one is allowed now." },
    };
}
