using System.Collections.Frozen;
using FlightGraph.StandIn.Answers;
using FlightGraph.StandIn.Contract;

namespace FlightGraph.StandIn.Http.Faults;

/// <summary>Lets one thing go wrong, on the calls that its rule names.</summary>
internal sealed class Fault(FaultRule rule, Random random, LaunchLibraryContract contract, TimeProvider clock)
{
    private const int Drops = 20;

    /// <summary>What can go wrong. Some faults take the place of the answer, others spoil it.</summary>
    private static readonly FrozenDictionary<string, Func<Fault, HttpContext, RequestDelegate, Task>> Table =
        new Dictionary<string, Func<Fault, HttpContext, RequestDelegate, Task>>
        {
            ["status"] = (fault, context, _) => Reply.HtmlAsync(context, fault.Rule.Status, $"Error {fault.Rule.Status}"),
            ["html"] = (_, context, _) => Reply.HtmlAsync(context, StatusCodes.Status200OK, "Just a moment..."),
            ["wrong-json"] = (_, context, _) => Reply.SendAsync(
                context, StatusCodes.Status200OK, "application/json", "[\"maintenance\"]"u8.ToArray()),
            ["hang"] = (fault, context, _) => fault.HangAsync(context),
            ["throttled"] = (fault, context, _) => fault.ThrottleAsync(context),
            ["redirect"] = (fault, context, _) => RedirectAsync(context, fault.Rule.Target),
            ["reset"] = (_, context, _) => ResetAsync(context),
            ["reset-half"] = (_, context, next) => ResetHalfWayAsync(context, next),
            ["truncate"] = (_, context, next) => SpoilAsync(context, next, body => body.AsMemory(0, body.Length / 2)),
            ["drip"] = (fault, context, next) => fault.DripAsync(context, next),
            ["oversized"] = (fault, context, next) => fault.SwellAsync(context, next, HugeBody.SendAsync),
            ["bomb"] = (fault, context, next) => fault.SwellAsync(context, next, HugeBody.SendCompressedAsync),
            ["nulls"] = (fault, context, next) => SpoilAsync(context, next, body => fault.spoiler.WithNull(body, context)),
            ["extra-fields"] = (_, context, next) => SpoilAsync(context, next, BodySpoiler.WithExtraFields),
        }.ToFrozenDictionary();

    private readonly Lock gate = new();
    private readonly BodySpoiler spoiler = new(contract, random);
    private int done;

    public static IReadOnlyCollection<string> Kinds => Table.Keys;

    public FaultRule Rule { get; } = rule;

    public RequestDelegate Wrap(RequestDelegate next) => context =>
        Strikes(context) ? Table[Rule.Kind](this, context, next) : next(context);

    private bool Strikes(HttpContext context)
    {
        var path = context.Request.Path.Value?.TrimEnd('/') + "/";
        if (Rule.Path.Length > 0 && !path.StartsWith($"{Address.Version}{Rule.Path}/", StringComparison.Ordinal))
            return false;

        // One draw for each call that the path fits, so that a seed gives the same run again.
        lock (gate)
            return done < Rule.Count && random.NextDouble() < Rule.Rate && done++ < Rule.Count;
    }

    private Task ThrottleAsync(HttpContext context) => ThrottledReply.SendAsync(context, Rule.RetryAfter, clock.GetUtcNow());

    private async Task HangAsync(HttpContext context)
    {
        // Ends when the caller gives up or the server is stopped, whichever comes first.
        var stopping = context.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        await Task.Delay(Timeout.InfiniteTimeSpan, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        context.Abort();
    }

    private static Task ResetAsync(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    private static async Task ResetHalfWayAsync(HttpContext context, RequestDelegate next)
    {
        var body = await TakeBodyAsync(context, next);
        context.Response.ContentLength = body.Length;
        // The server closes the connection over a body shorter than announced. To abort it here could overtake the half that is sent.
        await context.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2), context.RequestAborted);
    }

    private static Task RedirectAsync(HttpContext context, string target)
    {
        context.Response.Redirect(target);
        return Task.CompletedTask;
    }

    private async Task DripAsync(HttpContext context, RequestDelegate next)
    {
        var body = await TakeBodyAsync(context, next);
        context.Response.ContentLength = body.Length;
        var size = Math.Max(1, (body.Length + Drops - 1) / Drops);
        for (var sent = 0; sent < body.Length; sent += size)
        {
            var drop = body.AsMemory(sent, Math.Min(size, body.Length - sent));
            await context.Response.Body.WriteAsync(drop, context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(Rule.Length / Drops, clock, context.RequestAborted);
        }
    }

    private static async Task SpoilAsync(HttpContext context, RequestDelegate next, Func<byte[], ReadOnlyMemory<byte>> spoil)
    {
        var body = await TakeBodyAsync(context, next);

        // What is an error already is not made worse.
        var spoiled = context.Response.StatusCode == StatusCodes.Status200OK ? spoil(body) : body;
        context.Response.ContentLength = spoiled.Length;
        await context.Response.Body.WriteAsync(spoiled, context.RequestAborted);
    }

    private async Task SwellAsync(HttpContext context, RequestDelegate next, Func<HttpContext, byte[], long, Task> send)
    {
        var body = await TakeBodyAsync(context, next);

        // Nobody is told the length before: who reads must find out.
        context.Response.ContentLength = null;
        await send(context, body, context.Response.StatusCode == StatusCodes.Status200OK ? Rule.Size : body.Length);
    }

    /// <summary>Lets the answer be made, but keeps it from the caller.</summary>
    private static async Task<byte[]> TakeBodyAsync(HttpContext context, RequestDelegate next)
    {
        var outside = context.Response.Body;
        using var inside = new MemoryStream();
        context.Response.Body = inside;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = outside;
        }

        return inside.ToArray();
    }
}
