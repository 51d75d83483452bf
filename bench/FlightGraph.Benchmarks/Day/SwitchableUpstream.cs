using System.Collections.Concurrent;
using System.Net;
using FlightGraph.StandIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FlightGraph.Benchmarks.Day;

/// <summary>
/// The stand-in, throttled as Launch Library 2 is, behind a proxy that counts and can go down: then it answers 503 for a server
/// that it cannot reach.
/// </summary>
internal sealed class SwitchableUpstream : IAsyncDisposable
{
    private const string FreePath = "/api-throttle/";

    private readonly StandInServer standIn;
    private readonly TimeProvider clock;
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });
    private readonly ConcurrentQueue<UpstreamCall> calls = new();
    private WebApplication proxy = null!;
    private int underWay;
    private int seen;

    private SwitchableUpstream(StandInServer standIn, TimeProvider clock) => (this.standIn, this.clock) = (standIn, clock);

    public Uri BaseAddress { get; private set; } = null!;

    public bool IsDown { get; set; }

    /// <summary>All that were to count, answered or not, in their order.</summary>
    public IReadOnlyCollection<UpstreamCall> Calls => calls;

    public int UnderWay => Volatile.Read(ref underWay);

    /// <summary>How many requests have come in, of any kind.</summary>
    public int Seen => Volatile.Read(ref seen);

    public static async Task<SwitchableUpstream> StartAsync(TimeProvider clock)
    {
        var standIn = await StandInServer.StartAsync(new StandInOptions { Throttle = DayPlan.CallsPerHour, HoldOutcomes = true }, clock);
        var upstream = new SwitchableUpstream(standIn, clock);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        upstream.proxy = builder.Build();
        upstream.proxy.Run(upstream.ForwardAsync);
        await upstream.proxy.StartAsync();
        upstream.BaseAddress = new Uri(new Uri(upstream.proxy.Urls.Single()), standIn.BaseAddress.AbsolutePath);
        return upstream;
    }

    public async ValueTask DisposeAsync()
    {
        await proxy.StopAsync();
        await proxy.DisposeAsync();
        http.Dispose();
        await standIn.DisposeAsync();
    }

    private async Task ForwardAsync(HttpContext context)
    {
        Interlocked.Increment(ref seen);
        Interlocked.Increment(ref underWay);
        try
        {
            var target = context.Request.Path + context.Request.QueryString;
            var status = IsDown ? Refuse(context) : await FetchAsync(context, target);
            if (!context.Request.Path.Value!.EndsWith(FreePath, StringComparison.Ordinal))
                calls.Enqueue(new UpstreamCall(clock.GetUtcNow(), target, status));
        }
        finally
        {
            Interlocked.Decrement(ref underWay);
        }
    }

    private static int Refuse(HttpContext context) => context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;

    private async Task<int> FetchAsync(HttpContext context, string target)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(standIn.BaseAddress, target));
        // Bodies name addresses, which must not change on the way.
        request.Headers.Host = context.Request.Host.Value;
        using var response = await http.SendAsync(request, context.RequestAborted);
        var body = await response.Content.ReadAsByteArrayAsync(context.RequestAborted);
        context.Response.StatusCode = (int)response.StatusCode;
        context.Response.ContentType = response.Content.Headers.ContentType?.ToString();
        if (response.Headers.RetryAfter is { } wait)
            context.Response.Headers.RetryAfter = wait.ToString();
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
        return (int)response.StatusCode;
    }
}
