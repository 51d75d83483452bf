using System.Net.Http.Json;
using System.Text.Json;
using FlightGraph.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace FlightGraph.Tests.Support;

/// <summary>The real application, listening on a port of its own, and a client to it.</summary>
internal sealed class Gateway : IAsyncDisposable
{
    private readonly WebApplication app;

    private Gateway(WebApplication app, Uri address)
    {
        this.app = app;
        Http = new HttpClient { BaseAddress = address };
    }

    public HttpClient Http { get; }

    /// <summary>Its parts, for tests that take a turn by hand.</summary>
    public IServiceProvider Services => app.Services;

    /// <param name="upstream">The upstream's address; null is the default, the embedded one.</param>
    /// <param name="settings">More configuration, as on the command line.</param>
    public static Task<Gateway> StartAsync(string? upstream = null, params string[] settings) => StartAsync(upstream, _ => { }, settings);

    public static async Task<Gateway> StartAsync(string? upstream, Action<WebApplicationBuilder> configure, params string[] settings)
    {
        // Nothing is shared with other tests; what is to outlive a gateway gets a folder of its own. A retry waits for no clock that stands.
        // Calls that no test makes are not among those that it counts.
        string[] args = ["--urls", "http://127.0.0.1:0", "--Cache:Path=", "--Upstream:RetryDelay=00:00:00", "--Warming:Enabled=false", .. upstream is null ? [] : new[] { $"--Upstream:BaseAddress={upstream}" }, .. settings];
        var app = await GatewayApp.BuildAsync(args, builder =>
        {
            builder.Logging.ClearProviders();
            configure(builder);
        });
        await app.StartAsync();
        return new Gateway(app, new Uri(app.Urls.First()));
    }

    public Task<GraphQLAnswer> QueryAsync(string query, object? variables = null) => PostAsync(new { query, variables });

    public async Task<GraphQLAnswer> PostAsync(object body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(body) };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await Http.SendAsync(request);
        return new GraphQLAnswer(response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadFromJsonAsync<JsonElement>())
        {
            Age = response.Headers.Age?.TotalSeconds,
            CacheControl = response.Headers.CacheControl?.ToString(),
        };
    }

    /// <summary>As a signal to the process would.</summary>
    public Task StopAsync() => app.StopAsync();

    /// <summary>A clock that somebody moves by hand. At its end a gateway waits for calls under way, by its clock.</summary>
    public FakeTimeProvider? Clock { get; set; }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync();
        var ending = app.DisposeAsync().AsTask();
        await Eventually.IsTrueAsync(() =>
        {
            Clock?.Advance(TimeSpan.FromSeconds(1));
            return ending.IsCompleted;
        });
        await ending;
    }
}
