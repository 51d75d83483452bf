using FlightGraph.Hosting;
using Microsoft.AspNetCore.Builder;

namespace FlightGraph.Tests.Ide;

/// <summary>The real app on a free port, and a client that follows no redirect.</summary>
internal sealed class IdeApp : IAsyncDisposable
{
    private readonly WebApplication app;

    private IdeApp(WebApplication app)
    {
        this.app = app;
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.First()) };
    }

    public HttpClient Client { get; }

    public Uri Address => Client.BaseAddress!;

    public string StartMessage => StartupMessage.Of(app);

    public static async Task<IdeApp> StartAsync(params string[] args)
    {
        var app = await GatewayApp.BuildAsync(["--urls", "http://127.0.0.1:0", "--Cache:Path=", .. args]);
        await app.StartAsync();
        return new(app);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }
}
