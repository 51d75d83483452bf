using FlightGraph.StandIn.Contract;
using FlightGraph.StandIn.Data;
using FlightGraph.StandIn.Http.Faults;

namespace FlightGraph.StandIn.Http;

internal static class StandInApplicationExtensions
{
    /// <summary>All that the stand-in does with a request, from the outside in.</summary>
    /// <param name="clock">Runs the throttle and all waiting.</param>
    /// <param name="present">What the data are told as of.</param>
    public static void UseStandIn(
        this WebApplication app,
        DataSet data,
        StandInOptions options,
        TimeProvider clock,
        TimeProvider present,
        Action<string>? onRequest)
    {
        var contract = LaunchLibraryContract.Current;
        if (onRequest is not null)
            app.Use(next => context => Tell(onRequest, context, next));

        app.Use(new Latency(options, clock, new Random(options.Seed)).Wrap);
        foreach (var (fault, index) in options.Faults.Select((fault, index) => (FaultRule.Parse(fault), index)))
            app.Use(new Fault(fault, new Random(fault.Seed ?? (options.Seed + index)), contract, clock).Wrap);

        var calls = new CallLog(options.Throttle, options.ThrottleWindow, clock);
        var shuffle = options.Shuffle ? new Random(options.Seed) : null;
        var newcomers = new Newcomers(data, options.Shift);
        app.Run(new LaunchLibraryApi(contract, data, present, options.HoldOutcomes, calls, shuffle, newcomers).AnswerAsync);
    }

    private static Task Tell(Action<string> onRequest, HttpContext context, RequestDelegate next)
    {
        if (!LaunchLibraryApi.IsFree(context.Request.Path))
            onRequest(context.Request.Path + context.Request.QueryString);
        return next(context);
    }
}
