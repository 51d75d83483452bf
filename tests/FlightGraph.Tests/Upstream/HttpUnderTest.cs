using FlightGraph.Upstream;
using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace FlightGraph.Tests.Upstream;

/// <summary>The upstream's HTTP as it is registered, with a clock moved by hand. Retries come at once.</summary>
/// <param name="network">Null for sockets; then the settings say where the upstream is.</param>
/// <param name="settings">As on the command line.</param>
internal sealed class HttpUnderTest(ScriptedNetwork? network, params string[] settings) : IDisposable, IAsyncDisposable
{
    private ServiceProvider? services;
    private int charges;

    /// <summary>Gets all that is logged, if given.</summary>
    public ILoggerProvider? Log { get; init; }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 7, 24, 12, 0, 0, TimeSpan.Zero));

    public UpstreamHealth Health => Services.GetRequiredService<UpstreamHealth>();

    public UpstreamContract Contract => Services.GetRequiredService<UpstreamContract>();

    public UpstreamClient Client => Services.GetRequiredService<UpstreamClient>();

    /// <summary>Whether retries are paid for.</summary>
    public bool CanPay { get; init; } = true;

    /// <summary>How often a retry was to be paid for.</summary>
    public int Charges => charges;

    public Task<HttpAnswer> GetAsync(string path = "launches/?limit=1") => GetAsync(
        _ =>
        {
            Interlocked.Increment(ref charges);
            return ValueTask.FromResult(CanPay);
        },
        path);

    public Task<HttpAnswer> GetAsync(Func<CancellationToken, ValueTask<bool>> chargeRetry, string path = "launches/?limit=1") =>
        Services.GetRequiredService<UpstreamHttp>().GetAsync(path, chargeRetry, CancellationToken.None);

    private ServiceProvider Services => services ??= Build();

    /// <summary>Enough where no call was charged or kept.</summary>
    public void Dispose() => services?.Dispose();

    public ValueTask DisposeAsync() => services?.DisposeAsync() ?? default;

    private ServiceProvider Build()
    {
        string[] all = ["--Upstream:BaseAddress=http://upstream.invalid/2.3.0/", "--Cache:Path=", "--Upstream:RetryDelay=00:00:00", .. settings];
        var collection = new ServiceCollection()
            .AddLogging(logging =>
            {
                logging.SetMinimumLevel(LogLevel.Trace);
                if (Log is not null)
                    logging.AddProvider(Log);
            })
            .AddSingleton<TimeProvider>(Clock)
            .AddUpstream(new ConfigurationBuilder().AddCommandLine(all).Build());
        if (network is not null)
            collection.AddHttpClient(UpstreamHttp.ClientName).ConfigurePrimaryHttpMessageHandler(() => network);
        return collection.BuildServiceProvider();
    }
}
