using System.Text;
using FlightGraph.Tests.Support;
using FlightGraph.Upstream;
using FlightGraph.Upstream.Archive;
using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Documents;
using FlightGraph.Upstream.Freshness;
using FlightGraph.Upstream.Requests;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FlightGraph.Tests.Freshness;

/// <summary>Equal questions share a call; what one of them finds without a call need not do for the others.</summary>
public sealed class JoiningTests : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 7, 24, 12, 0, 0, TimeSpan.Zero));
    private readonly TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly MemoryArchive archive = new();
    private ScriptedUpstream upstream = null!;
    private ServiceProvider services = null!;

    public async Task InitializeAsync()
    {
        upstream = await ScriptedUpstream.StartAsync();
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(clock)
            .AddUpstream(new ConfigurationBuilder().AddCommandLine([$"--Upstream:BaseAddress={upstream.BaseAddress}", "--Cache:Path="]).Build())
            .AddSingleton(new AnswerArchive([archive]))
            .BuildServiceProvider();
        archive.Save(new ArchivedAnswer("agencies/63/", clock.GetUtcNow() - TimeSpan.FromHours(1), Encoding.UTF8.GetBytes(AgingGateway.Agency(63, "old"))));
        archive.MayFind = release.Task;
        upstream.On("agencies/63/", AgingGateway.Agency(63, "new"));
    }

    public async Task DisposeAsync()
    {
        await services.DisposeAsync();
        await upstream.DisposeAsync();
    }

    [Fact]
    public async Task Who_Joins_Another_Does_Not_Get_What_Is_Too_Old_For_It()
    {
        var anything = AskAsync(Tolerance.Any);
        var nothingOld = AskAsync(new Tolerance { NotBefore = clock.GetUtcNow() });
        var inNeed = AskAsync(new Tolerance { MaxAge = TimeSpan.FromMinutes(1), StaleIfError = TimeSpan.Zero });
        release.SetResult();

        Assert.Equal(("old", "new", "new"), (await anything, await nothingOld, await inNeed));
        Assert.Single(upstream.Requests);
    }

    [Fact]
    public async Task Who_Joins_Another_Gets_What_Will_Do_For_Both()
    {
        var anything = AskAsync(Tolerance.Any);
        var recent = AskAsync(new Tolerance { MaxAge = TimeSpan.FromHours(1) });
        release.SetResult();

        Assert.Equal(("old", "old"), (await anything, await recent));
        Assert.Empty(upstream.Requests);
    }

    private async Task<string?> AskAsync(Tolerance tolerance)
    {
        var agencies = services.GetRequiredService<UpstreamContract>().Resource("agencies");
        var answer = await services.GetRequiredService<UpstreamClient>().GetAsync(agencies, "63", Projection.Nothing, Terms.OfClient with { Tolerance = tolerance }, CancellationToken.None);
        return answer.Value?[agencies.Entity["name"]].GetText();
    }
}
