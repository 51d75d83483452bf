using System.Net;
using FlightGraph.StandIn.Answers;
using FlightGraph.StandIn.Data;
using FlightGraph.StandIn.Http;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace FlightGraph.StandIn;

/// <summary>A running stand-in on a port of the loopback address.</summary>
public sealed class StandInServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private StandInServer(WebApplication app, Uri baseAddress)
    {
        this.app = app;
        BaseAddress = baseAddress;
    }

    /// <summary>Where the resources are: <c>http://127.0.0.1:5081/2.3.0/</c>.</summary>
    public Uri BaseAddress { get; }

    /// <param name="clock">
    /// What "now" is: for ages, for upcoming and previous, for the throttle and for all waiting. Without one the machine's clock
    /// runs throttle and waiting, and the data are told as of <see cref="DataSet.ToldAsOf"/>.
    /// </param>
    /// <param name="onRequest">Told the path and query of each call as it comes in, whatever the answer will be. Asking how many calls are left is no call.</param>
    /// <exception cref="ArgumentException">An option is out of range; the message says which.</exception>
    public static Task<StandInServer> StartAsync(
        StandInOptions? options = null,
        TimeProvider? clock = null,
        Action<string>? onRequest = null,
        CancellationToken ct = default) => StartAsync(DataSet.Current, options, clock, onRequest, ct);

    /// <summary>The same over other data.</summary>
    internal static async Task<StandInServer> StartAsync(
        DataSet data,
        StandInOptions? options = null,
        TimeProvider? clock = null,
        Action<string>? onRequest = null,
        CancellationToken ct = default)
    {
        options ??= new StandInOptions();
        if (StandInOptionsRules.Broken(options) is { } complaint)
            throw new ArgumentException(complaint, nameof(options));

        // The empty builder reads no configuration and writes no log: nothing of the host process leaks in or out.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        var app = builder.Build();
        var present = options.Now is { } now ? new StandingClock(now) : clock ?? new StandingClock(DataSet.ToldAsOf);
        app.UseStandIn(data, options, clock ?? TimeProvider.System, present, onRequest);
        await app.StartAsync(ct);

        // A server that listens has told its address.
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return new StandInServer(app, new Uri(new Uri(address), Address.Version));
    }

    public async ValueTask DisposeAsync()
    {
        // Disposing alone would not tell calls that hang on purpose that it is over.
        await app.StopAsync();
        await app.DisposeAsync();
    }

    /// <summary>Until somebody asks the process to end.</summary>
    internal Task WaitForShutdownAsync() => app.WaitForShutdownAsync();
}
