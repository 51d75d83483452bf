namespace FlightGraph.StandIn.Http;

/// <summary>Makes every answer wait.</summary>
internal sealed class Latency(StandInOptions options, TimeProvider clock, Random random)
{
    private readonly Lock gate = new();

    public RequestDelegate Wrap(RequestDelegate next)
    {
        return options.Latency == TimeSpan.Zero && options.LatencyUpTo is null ? next : WaitAsync;

        async Task WaitAsync(HttpContext context)
        {
            await Task.Delay(Draw(), clock, context.RequestAborted);
            await next(context);
        }
    }

    private TimeSpan Draw()
    {
        var span = (options.LatencyUpTo ?? options.Latency) - options.Latency;

        // Random is not safe for use by several requests at once.
        lock (gate)
            return options.Latency + (span * random.NextDouble());
    }
}
