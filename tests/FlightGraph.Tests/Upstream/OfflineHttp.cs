using FlightGraph.Upstream;
using FlightGraph.Upstream.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace FlightGraph.Tests.Upstream;

/// <summary>The upstream's HTTP as it is registered, over a scripted network and a clock moved by hand. Retries come at once.</summary>
internal sealed class OfflineHttp : IDisposable
{
    private readonly ServiceProvider services;
    private int charges;

    public OfflineHttp(ScriptedNetwork network, params string[] settings)
        : this(network, null, settings)
    {
    }

    public OfflineHttp(HttpMessageHandler network, ILoggerProvider? log, params string[] settings)
    {
        string[] all = ["--Upstream:BaseAddress=http://upstream.invalid/2.3.0/", "--Upstream:RetryDelay=00:00:00", .. settings];
        var collection = new ServiceCollection()
            .AddLogging(logging =>
            {
                logging.SetMinimumLevel(LogLevel.Trace);
                if (log is not null)
                    logging.AddProvider(log);
            })
            .AddSingleton<TimeProvider>(Clock)
            .AddUpstream(new ConfigurationBuilder().AddCommandLine(all).Build());
        collection.AddHttpClient(UpstreamHttp.ClientName).ConfigurePrimaryHttpMessageHandler(() => network);
        services = collection.BuildServiceProvider();
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 7, 24, 12, 0, 0, TimeSpan.Zero));

    public UpstreamHealth Health => services.GetRequiredService<UpstreamHealth>();

    public UpstreamClient Client => services.GetRequiredService<UpstreamClient>();

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
        services.GetRequiredService<UpstreamHttp>().GetAsync(path, chargeRetry, CancellationToken.None);

    public void Dispose() => services.Dispose();
}
