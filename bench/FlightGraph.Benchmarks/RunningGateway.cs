using System.Net.Http.Json;
using System.Text.Json;
using FlightGraph.Hosting;
using FlightGraph.Schema.Engine;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FlightGraph.Benchmarks;

/// <summary>The real application as it comes, silent and idle unless asked, on a port of its own. Fresh from the start it remembers nothing.</summary>
internal sealed class RunningGateway : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient http;

    private RunningGateway(WebApplication app)
    {
        this.app = app;
        http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public GatewaySchema Schema => app.Services.GetRequiredService<GatewaySchema>();

    public Uri BaseAddress => http.BaseAddress!;

    public IServiceProvider Services => app.Services;

    /// <param name="upstream">Where its calls go.</param>
    /// <param name="clock">Null takes the machine's, and makes no call that nobody asks for.</param>
    public static async Task<RunningGateway> StartAsync(Uri upstream, TimeProvider? clock = null)
    {
        var app = await GatewayApp.BuildAsync(
            // Calls that no operation makes would be counted as its own, where operations are measured one by one.
            ["--urls", "http://127.0.0.1:0", "--Cache:Path=", $"--Warming:Enabled={clock is not null}", $"--Upstream:BaseAddress={upstream}"],
            builder =>
            {
                builder.Logging.ClearProviders();
                if (clock is not null)
                    builder.Services.AddSingleton(clock);
            });
        await app.StartAsync();
        return new RunningGateway(app);
    }

    /// <summary>Runs the operation and reads the gateway's own report of what it cost.</summary>
    /// <exception cref="InvalidOperationException">The answer has errors.</exception>
    public async Task<Traffic> ReportAsync(string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query }) };
        request.Headers.Add(CostModeHeader.Name, "report");
        using var response = await http.SendAsync(request);
        var body = await response.Content.ReadFromJsonAsync<JsonElement>();
        if (body.TryGetProperty("errors", out var errors))
            throw new InvalidOperationException($"The gateway answers {errors} to {query}");

        var cost = body.GetProperty("extensions").GetProperty("cost");
        return new Traffic(cost.GetProperty("made").GetInt32(), cost.GetProperty("calls").EnumerateArray().Sum(call => call.GetProperty("bytes").GetInt64()));
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
