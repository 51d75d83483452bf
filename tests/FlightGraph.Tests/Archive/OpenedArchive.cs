using System.Text;
using FlightGraph.Tests.Support;
using FlightGraph.Upstream;
using FlightGraph.Upstream.Archive;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FlightGraph.Tests.Archive;

/// <summary>The archive as the gateway registers it, opened, and what it logged.</summary>
internal sealed class OpenedArchive : IAsyncDisposable
{
    public static readonly DateTimeOffset Noon = new(2026, 7, 24, 12, 0, 0, TimeSpan.Zero);

    private readonly ServiceProvider services;
    private readonly LogLines log;

    private OpenedArchive(ServiceProvider services, LogLines log)
    {
        (this.services, this.log) = (services, log);
        Archive = services.GetRequiredService<AnswerArchive>();
    }

    public AnswerArchive Archive { get; }

    public IReadOnlyList<string> Log => log.Lines;

    public static Task<OpenedArchive> OnDiskAsync(string folder, long maxDisk = 64 << 20, string origin = "here") =>
        OpenAsync(origin, ("Cache:Path", folder), ("Cache:MaxDisk", $"{maxDisk}"));

    /// <summary>Connected, even where a busy machine makes that take longer than a start waits for it.</summary>
    public static async Task<OpenedArchive> OnRedisAsync(RedisServer server, string folder = "", long maxDisk = 64 << 20)
    {
        var opened = await OnRedisAsync($"{server.Address},asyncTimeout=10000,connectTimeout=10000", folder, maxDisk);
        // Another process has no signal to await.
        for (var attempt = 0; attempt < 400 && opened.Archive.Status.Any(status => status.State != ArchiveState.Working); attempt++)
            await Task.Delay(25);
        // Working may come before it listens to others; this waits for both.
        await opened.Archive.FlushAsync();
        return opened;
    }

    /// <summary>As a start leaves it, whatever is at that address.</summary>
    public static Task<OpenedArchive> OnRedisAsync(string address, string folder = "", long maxDisk = 64 << 20) =>
        OpenAsync("here", ("Cache:Path", folder), ("Cache:Redis", address), ("Cache:MaxDisk", $"{maxDisk}"));

    /// <summary>An answer that was read some seconds after noon.</summary>
    public static ArchivedAnswer Answer(string key, int second, string? body = "{}") =>
        new(key, Noon.AddSeconds(second), body is null ? null : Encoding.UTF8.GetBytes(body));

    public async Task SaveAsync(params ArchivedAnswer[] answers)
    {
        foreach (var answer in answers)
            Archive.Save(answer);
        await Archive.FlushAsync();
    }

    public async Task<IReadOnlyList<ArchivedAnswer>> ReadAllAsync(long maxBytes = long.MaxValue)
    {
        List<ArchivedAnswer> answers = [];
        await foreach (var answer in Archive.ReadAllAsync(maxBytes, CancellationToken.None))
            answers.Add(answer);
        return answers;
    }

    public Task<ArchivedAnswer?> FindAsync(string key) => Archive.FindAsync(key, CancellationToken.None);

    public async Task<string?> BodyOfAsync(string key) => await FindAsync(key) is { Body: { } body } ? Encoding.UTF8.GetString(body) : null;

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private static async Task<OpenedArchive> OpenAsync(string origin, params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationManager();
        configuration["Upstream:BaseAddress"] = "http://localhost/2.3.0/";
        foreach (var (key, value) in settings)
            configuration[key] = value;
        var log = new LogLines(typeof(AnswerArchive).FullName!);
        var opened = new OpenedArchive(
            new ServiceCollection()
                .AddLogging(logging => logging.AddProvider(log))
                .AddUpstream(configuration)
                .AddSingleton(new UpstreamOrigin(origin))
                .BuildServiceProvider(),
            log);
        await opened.Archive.OpenAsync();
        return opened;
    }
}
