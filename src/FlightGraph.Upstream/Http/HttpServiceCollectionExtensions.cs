using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;

namespace FlightGraph.Upstream.Http;

internal static class HttpServiceCollectionExtensions
{
    /// <summary>
    /// Registers <see cref="UpstreamHttp"/>, <see cref="UpstreamHealth"/> and the handlers between them and the network. From the
    /// outside in: the time of the whole call, one retry, the breaker, the time of one attempt, the reading of the body.
    /// </summary>
    public static IServiceCollection AddUpstreamHttp(this IServiceCollection services)
    {
        services.AddSingleton<UpstreamHealth>();
        services.AddSingleton<UpstreamHttp>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<RetryRule>(provider, new Random()));
        services.AddTransient<BodyReadingHandler>();

        var client = services.AddHttpClient(UpstreamHttp.ClientName, Configure)
            .ConfigurePrimaryHttpMessageHandler(Connections)
            // The factory's own loggers write addresses and headers; ours writes one line a call.
            .RemoveAllLoggers();
        client.AddResilienceHandler(UpstreamHttp.ClientName, (pipeline, context) => Build(pipeline, context.ServiceProvider));
        client.AddHttpMessageHandler<BodyReadingHandler>();

        services.AddHttpClient(UpstreamHttp.PlainClientName, (provider, http) =>
        {
            Configure(provider, http);
            http.BaseAddress = provider.GetRequiredService<IOptions<UpstreamOptions>>().Value.BaseUri;
        }).ConfigurePrimaryHttpMessageHandler(Connections).RemoveAllLoggers();
        return services;
    }

    private static void Build(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<UpstreamOptions>>().Value;
        var retry = services.GetRequiredService<RetryRule>();
        var health = services.GetRequiredService<UpstreamHealth>();

        pipeline.TimeProvider = services.GetRequiredService<TimeProvider>();
        // What it would log contains exceptions, whose text names hosts. Its meters stay: they count kinds alone.
        pipeline.ConfigureTelemetry(NullLoggerFactory.Instance);
        pipeline
            .AddTimeout(options.Timeout)
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = 1,
                ShouldHandle = retry.AllowsAsync,
                DelayGenerator = attempt => ValueTask.FromResult<TimeSpan?>(retry.Delay(attempt.Outcome)),
            })
            .AddStrategy(_ => new BreakerStrategy(health))
            .AddTimeout(options.AttemptTimeout);
    }

    private static SocketsHttpHandler Connections(IServiceProvider services) => new()
    {
        // A redirect could lead anywhere, the inside of our own network included.
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        // Opening goes on without the attempt that began it, so it needs an end of its own.
        ConnectTimeout = services.GetRequiredService<IOptions<UpstreamOptions>>().Value.AttemptTimeout,
    };

    private static void Configure(IServiceProvider services, HttpClient http)
    {
        var options = services.GetRequiredService<IOptions<UpstreamOptions>>().Value;
        // The pipeline keeps the time, by the clock it was given.
        http.Timeout = Timeout.InfiniteTimeSpan;
        http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("FlightGraph", typeof(UpstreamClient).Assembly.GetName().Version!.ToString(3)));
        if (!string.IsNullOrEmpty(options.ApiKey))
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Token", options.ApiKey);
    }
}
