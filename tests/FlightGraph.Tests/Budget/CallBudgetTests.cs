using FlightGraph.Tests.Support;
using FlightGraph.Upstream;
using FlightGraph.Upstream.Budget;
using FlightGraph.Upstream.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FlightGraph.Tests.Budget;

public sealed class CallBudgetTests : IAsyncDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly JumpingClock clock = new();
    private readonly TemporaryFolder folder = new();
    private readonly ThrottledUpstream upstream = new();
    private readonly LogLines log = new(typeof(CallBudget).FullName!);
    private readonly List<ServiceProvider> providers = [];

    public async ValueTask DisposeAsync()
    {
        foreach (var provider in providers)
            await provider.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Limit_Is_Learned_Before_The_First_Call()
    {
        upstream.Answer = _ => ThrottledUpstream.Report(1_000_000, 0);
        var budget = Build();

        Assert.Equal(100, await SpendAsync(budget, 100));
        Assert.True(budget.State is { Limit: 1_000_000, Used: 100, Remaining: 999_900, IsLimitLearned: true, IsShared: false });
        Assert.Equal(1, upstream.Asked);
    }

    [Fact]
    public async Task Upstream_That_Does_Not_Tell_Has_Fifteen_An_Hour()
    {
        upstream.Answer = _ => throw new HttpRequestException("away");
        var budget = Build();

        Assert.Equal(15, await SpendAsync(budget, 16));
        Assert.False(budget.State.IsLimitLearned);
        Assert.Equal(TimeSpan.FromHours(1), budget.State.NextCallIn);
    }

    [Fact]
    public async Task Upstream_That_Does_Not_Answer_Is_Waited_For_Five_Seconds()
    {
        var isAsked = new TaskCompletionSource();
        upstream.Answer = async token =>
        {
            isAsked.SetResult();
            await Task.Delay(Timeout.Infinite, token);
            throw new InvalidOperationException();
        };
        var first = Build().AcquireAsync(new CallOrder(CallClass.Client, "client", Minute), default);
        await isAsked.Task;

        clock.Advance(TimeSpan.FromSeconds(4.9));
        Assert.False(first.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(0.1));

        Assert.True((await first).IsGranted);
    }

    [Fact]
    public async Task Settings_Go_Before_What_The_Upstream_Says()
    {
        upstream.Answer = _ => ThrottledUpstream.Report(1000, 0);
        var budget = Build("Budget:Limit=3", "Budget:Window=00:10:00");

        Assert.Equal(3, await SpendAsync(budget, 4));
        Assert.Equal(TimeSpan.FromMinutes(10), budget.State.NextCallIn);
    }

    [Fact]
    public async Task Calls_Of_Others_Are_Known_From_The_Start()
    {
        upstream.Answer = _ => ThrottledUpstream.Report(15, 15, 1631);
        var budget = Build();

        var decision = await budget.AcquireAsync(new CallOrder(CallClass.Client, "client", Minute), default);

        Assert.Equal(new BudgetRefusal(RefusalReason.Exhausted, TimeSpan.FromSeconds(1631)), decision.Refusal);
    }

    [Fact]
    public async Task Upstream_Is_Asked_Again_After_Ten_Minutes_Of_Use_And_Not_Before()
    {
        var budget = Build();
        await SpendAsync(budget, 1);
        clock.Advance(TimeSpan.FromMinutes(9.9));
        await SpendAsync(budget, 1);
        Assert.Equal(1, upstream.Asked);
        var isAsked = new TaskCompletionSource();
        upstream.Answer = _ =>
        {
            isAsked.TrySetResult();
            return ThrottledUpstream.Report(15, 0);
        };

        clock.Advance(TimeSpan.FromMinutes(0.1));
        await SpendAsync(budget, 1);
        await isAsked.Task;

        Assert.Equal(2, upstream.Asked);
    }

    [Fact]
    public async Task Told_Wait_Is_Obeyed()
    {
        var budget = Build();
        await SpendAsync(budget, 1);

        budget.Obey(TimeSpan.FromSeconds(90));

        var refused = await budget.AcquireAsync(new CallOrder(CallClass.Client, "client", Minute), default);
        Assert.Equal(new BudgetRefusal(RefusalReason.ToldToWait, TimeSpan.FromSeconds(90)), refused.Refusal);
        Assert.False(await budget.TryChargeAsync(CallClass.Client, "client", default));
        Assert.Equal(TimeSpan.FromSeconds(90), budget.State.BlockedFor);
        clock.Advance(TimeSpan.FromSeconds(90));
        Assert.True(await budget.TryChargeAsync(CallClass.Client, "client", default));
    }

    [Theory]
    [InlineData(15, 15, 42, 42)]
    [InlineData(15, 3, 0, 60)]
    [InlineData(0, 0, 0, 60)]
    public async Task Refusal_Without_A_Number_Is_Looked_Up_Or_Costs_A_Minute(int limit, int use, int nextUse, int seconds)
    {
        var budget = Build();
        await SpendAsync(budget, 1);
        upstream.Answer = _ => ThrottledUpstream.Report(limit, use, nextUse);

        await budget.ObeyThrottleAsync();

        Assert.Equal(TimeSpan.FromSeconds(seconds), budget.State.BlockedFor);
    }

    [Fact]
    public async Task Restart_Remembers_And_Keeps_No_Secret()
    {
        var budget = Build("Upstream:ApiKey=s3cret", $"Cache:Path={folder.Path}");
        Assert.Equal(10, await SpendAsync(budget, 10, client: "192.0.2.1"));
        await providers[0].DisposeAsync();
        var after = Build("Upstream:ApiKey=s3cret", $"Cache:Path={folder.Path}");
        var another = Build("Upstream:ApiKey=s4cret", $"Cache:Path={folder.Path}");

        Assert.Equal((5, 15), (await SpendAsync(after, 16), await SpendAsync(another, 16)));
        var kept = string.Concat(Directory.GetFiles(folder.Path).Select(path => File.ReadAllText(path, System.Text.Encoding.Latin1)).Concat(log.Lines));
        Assert.DoesNotContain("cret", kept);
        Assert.DoesNotContain("192.0.2.1", kept);
    }

    [Fact]
    public void Nothing_Is_Opened_Or_Asked_Before_The_First_Call()
    {
        Build($"Cache:Path={folder.Path}");

        Assert.Empty(Directory.GetFiles(folder.Path));
        Assert.Equal(0, upstream.Asked);
    }

    [Fact]
    public async Task Cancelled_Order_Ends_And_Costs_Nothing()
    {
        var budget = Build();
        await SpendAsync(budget, 15);
        using var source = new CancellationTokenSource();
        var waiting = budget.AcquireAsync(new CallOrder(CallClass.Client, "client", TimeSpan.FromHours(1)), source.Token);

        source.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal(0, budget.State.Queued[CallClass.Client]);
    }

    [Theory]
    [InlineData("Budget:Limit=0")]
    [InlineData("Budget:Limit=1000001")]
    [InlineData("Budget:Window=00:00:00.5")]
    [InlineData("Budget:LaunchShare=1.1")]
    [InlineData("Budget:ClientShare=NaN")]
    [InlineData("Budget:Limt=3")]
    public void Wrong_Setting_Is_Named(string setting)
    {
        var error = Assert.Throws<Microsoft.Extensions.Options.OptionsValidationException>(() => Build(setting));

        Assert.Contains(setting[..setting.IndexOf('=')], error.Message);
    }

    private static async Task<int> SpendAsync(CallBudget budget, int calls, string client = "client")
    {
        var granted = 0;
        for (var call = 0; call < calls; call++)
        {
            if ((await budget.AcquireAsync(new CallOrder(CallClass.Client, client, TimeSpan.Zero), default)).Lease is not { } lease)
                continue;
            lease.Dispose();
            granted++;
        }

        return granted;
    }

    private CallBudget Build(params string[] settings)
    {
        string[] defaults = ["Upstream:BaseAddress=http://upstream.test/2.3.0/", "Cache:Path=", "Budget:MaxSharePerClient=1"];
        var configuration = new ConfigurationBuilder().AddCommandLine([.. defaults.Concat(settings).Select(setting => $"--{setting}")]).Build();
        var services = new ServiceCollection().AddLogging(logging => logging.AddProvider(log)).AddSingleton<TimeProvider>(clock).AddUpstream(configuration);
        services.AddHttpClient(UpstreamHttp.PlainClientName).ConfigurePrimaryHttpMessageHandler(() => upstream);
        providers.Add(services.BuildServiceProvider());
        return providers[^1].GetRequiredService<CallBudget>();
    }
}
