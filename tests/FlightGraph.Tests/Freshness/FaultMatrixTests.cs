using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using FlightGraph.StandIn;
using FlightGraph.Tests.Archive;
using FlightGraph.Tests.Support;
using FlightGraph.Upstream;
using FlightGraph.Upstream.Archive;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace FlightGraph.Tests.Freshness;

/// <summary>Whatever the upstream does wrong: what was known answers, what was not is an error, and few calls go out.</summary>
public sealed partial class FaultMatrixTests : IAsyncLifetime
{
    private const string Query = "{ agency(id: 44) { name } other: __typename }";
    private const string Known = """{"agency":{"name":"National Aeronautics and Space Administration"},"other":"Query"}""";
    private const string Nothing = """{"agency":null,"other":"Query"}""";

    private const string Unavailable = "UPSTREAM_UNAVAILABLE";
    private const string RateLimited = "UPSTREAM_RATE_LIMITED";
    private const string TimedOut = "UPSTREAM_TIMEOUT";
    private const string Malformed = "UPSTREAM_MALFORMED";
    private const string Rejected = "UPSTREAM_REJECTED";

    /// <summary>An agency's, in the middle of which nothing is near its end.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromDays(1);

    /// <summary>Of one attempt; a call may take three times as long, so that it has time for two.</summary>
    private static readonly TimeSpan AttemptTime = TimeSpan.FromSeconds(10);

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 7, 24, 12, 0, 0, TimeSpan.Zero));
    private readonly LogLines log = new(typeof(UpstreamClient).FullName!);
    private readonly ConcurrentQueue<string> arrivals = new();
    private StandInServer good = null!;
    private bool isSlow;
    private int timesOver;

    public enum Stored
    {
        Cold,
        Fresh,
        Stale,
    }

    /// <summary>
    /// The fault; the error where nothing is known; its <c>retryAfter</c>; the calls that one question then makes, which are also
    /// those that a refresh makes; the calls of five such questions, one after the other.
    /// </summary>
    private static readonly (string Fault, string Code, int? RetryAfter, int Calls, int CallsOfFive)[] Expected =
    [
        // Broken, and perhaps only for a moment: one more try. After three failures in a row it is left alone.
        ("status=500", Unavailable, null, 2, 3),
        ("status=502", Unavailable, null, 2, 3),
        ("status=503", Unavailable, null, 2, 3),
        ("status=504", Unavailable, null, 2, 3),
        ("status=521", Unavailable, null, 2, 3),
        ("status=501", Unavailable, null, 1, 3),
        ("hang", TimedOut, null, 2, 3),
        ("drip,seconds=400", TimedOut, null, 2, 3),
        ("reset", Unavailable, null, 2, 3),
        ("reset-half", Unavailable, null, 2, 3),
        (Refused, Unavailable, null, 2, 3),
        // A web page where data should be: broken, but the next would be the same.
        ("html", Malformed, null, 1, 3),
        // Well, by all it says, but of no use.
        ("truncate", Malformed, null, 1, 5),
        ("wrong-json", Malformed, null, 1, 5),
        ("oversized,size=4", Malformed, null, 1, 5),
        ("bomb,size=4", Malformed, null, 1, 5),
        ("status=404", Malformed, null, 1, 5),
        // Refusals.
        ("status=400", Rejected, null, 1, 5),
        ("status=401", Unavailable, null, 1, 5),
        ("status=403", Unavailable, null, 1, 5),
        ("redirect", Unavailable, null, 1, 5),
        // Fewer calls, please. How long is asked of the upstream where it does not say, and a minute where it has no answer.
        ("throttled,retry-after=9", RateLimited, 9, 1, 1),
        ("throttled,retry-after=120", RateLimited, 120, 1, 1),
        ("throttled,retry-after=date", RateLimited, 120, 1, 1),
        ("throttled,retry-after=body", RateLimited, 120, 1, 1),
        ("throttled,retry-after=99999999", RateLimited, 86_400, 1, 1),
        ("throttled,retry-after=none", RateLimited, 60, 1, 1),
        ("throttled,retry-after=garbage", RateLimited, 60, 1, 1),
        // One of these is refreshing's own, which looks for a page of what clients asked for in vain.
        ("throttled,retry-after=0", RateLimited, 0, 1, 6),
    ];

    private const string Refused = "connection refused";

    public static TheoryData<string, Stored> Matrix
    {
        get
        {
            var rows = new TheoryData<string, Stored>();
            foreach (var row in Expected)
            {
                foreach (var stored in Enum.GetValues<Stored>())
                    rows.Add(row.Fault, stored);
            }

            return rows;
        }
    }

    public async Task InitializeAsync() => good = await StandInServer.StartAsync(clock: clock);

    public async Task DisposeAsync() => await good.DisposeAsync();

    [Theory]
    [MemberData(nameof(Matrix))]
    public async Task Known_Answers_And_Unknown_Is_A_Typed_Error(string fault, Stored stored)
    {
        var (_, code, retryAfter, calls, callsOfFive) = Expected.Single(row => row.Fault == fault);
        await using var bad = fault == Refused ? null : await StandInServer.StartAsync(
            new StandInOptions { Faults = [$"{fault},path=agencies"] }, clock, arrivals.Enqueue);
        await using var upstream = new SwitchedUpstream(good.BaseAddress);
        await using var gateway = await StartAsync(upstream.BaseAddress);
        await StoreAsync(gateway, stored);

        isSlow = code == TimedOut;
        upstream.SwitchTo(bad?.BaseAddress);
        for (var question = 0; question < 5; question++)
        {
            var answer = await InTimeAsync(gateway.QueryAsync(Query));
            if (stored == Stored.Cold)
                AssertUnknown(answer, question == 0 ? (code, retryAfter) : null);
            else
                AssertKnown(answer, isStale: stored == Stored.Stale);
        }

        var expectedCalls = stored switch { Stored.Cold => callsOfFive, Stored.Stale => calls, _ => 0 };
        await EventuallyAsync(() => Attempts == expectedCalls);
        Assert.Equal(expectedCalls, bad is null ? expectedCalls : arrivals.Count);

        upstream.SwitchTo(good.BaseAddress);
        await AssertHealsAsync(gateway, stored);
    }

    /// <summary>The name is wrong from the start; what is known comes from the disk.</summary>
    [Theory]
    [InlineData(Stored.Cold)]
    [InlineData(Stored.Fresh)]
    [InlineData(Stored.Stale)]
    public async Task Name_That_Nobody_Has_Is_An_Upstream_That_Is_Away(Stored stored)
    {
        using var folder = new TemporaryFolder();
        await using (var before = await StartAsync(good.BaseAddress.AbsoluteUri, $"--Cache:Path={folder.Path}"))
            await StoreAsync(before, stored);
        await using var gateway = await StartAsync("http://nobody.invalid/2.3.0/", $"--Cache:Path={folder.Path}");

        for (var question = 0; question < 5; question++)
        {
            var answer = await gateway.QueryAsync(Query);
            if (stored == Stored.Cold)
                AssertUnknown(answer, question == 0 ? (Unavailable, null) : null);
            else
                AssertKnown(answer, isStale: stored == Stored.Stale);
        }

        await Eventually.IsTrueAsync(() => Attempts == stored switch { Stored.Cold => 3, Stored.Stale => 2, _ => 0 });
    }

    [Fact]
    public async Task While_Told_To_Wait_No_Call_Is_Made_And_Then_One_Is()
    {
        await using var bad = await StandInServer.StartAsync(
            new StandInOptions { Faults = ["throttled,retry-after=120,count=1,path=agencies"] }, clock, arrivals.Enqueue);
        await using var gateway = await StartAsync(bad.BaseAddress.AbsoluteUri);
        await gateway.QueryAsync(Query);

        clock.Advance(TimeSpan.FromSeconds(119));
        var early = await gateway.QueryAsync(Query);
        Assert.Single(arrivals);
        clock.Advance(TimeSpan.FromSeconds(1));
        var late = await gateway.QueryAsync(Query);

        AssertUnknown(early, (RateLimited, 1));
        AssertKnown(late, isStale: false);
        Assert.Equal(2, arrivals.Count(call => call.EndsWith("agencies/44/", StringComparison.Ordinal)));
    }

    /// <summary>The stand-in's own throttle tells of itself where its refusals do not.</summary>
    [Fact]
    public async Task Throttle_That_Names_No_Wait_Is_Asked_For_It()
    {
        await using var bad = await StandInServer.StartAsync(
            new StandInOptions { Throttle = 1, ThrottleWindow = TimeSpan.FromMinutes(20), Faults = ["throttled,retry-after=none,path=agencies"] }, clock, arrivals.Enqueue);
        using (var other = new HttpClient { BaseAddress = bad.BaseAddress })
            await other.GetAsync("pads/?limit=1");
        await using var gateway = await StartAsync(bad.BaseAddress.AbsoluteUri, "--Budget:Limit=10");

        var answer = await gateway.QueryAsync(Query);

        AssertUnknown(answer, (RateLimited, 20 * 60));
        Assert.Equal(2, arrivals.Count);
    }

    private int Attempts => log.Lines.Select(line => AttemptsOf().Match(line)).Where(match => match.Success)
        .Sum(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"attempts: (\d+)$")]
    private static partial Regex AttemptsOf();

    private async Task<Gateway> StartAsync(string address, params string[] settings)
    {
        var gateway = await Gateway.StartAsync(
            address,
            builder =>
            {
                builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
                builder.Services.AddSingleton(new UpstreamOrigin("one"));
                builder.Logging.AddProvider(log);
            },
            ["--Budget:MaxWait=00:00:00", $"--Upstream:AttemptTimeout={AttemptTime}", $"--Upstream:Timeout={AttemptTime * 3}", "--Upstream:MaxResponseBytes=1048576", "--Freshness:Spread=0", .. settings]);
        gateway.Clock = clock;
        return gateway;
    }

    /// <summary>Leaves it in the state, with the log empty of what that took.</summary>
    private async Task StoreAsync(Gateway gateway, Stored stored)
    {
        if (stored == Stored.Cold)
            return;
        AssertKnown(await gateway.QueryAsync(Query), isStale: false);
        clock.Advance(stored == Stored.Fresh ? Life / 2 : Life * 2);
        log.Clear();
    }

    private static void AssertUnknown(GraphQLAnswer answer, (string Code, int? RetryAfter)? expected)
    {
        Assert.Equal(Nothing, answer.Data.GetRawText());
        Assert.Equal("no-store", answer.CacheControl);
        Assert.Null(answer.Freshness);
        var error = Assert.Single(answer.Errors);
        Assert.Equal("""["agency"]""", error.GetProperty("path").GetRawText());
        if (expected is not var (code, retryAfter))
            return;
        var extensions = error.GetProperty("extensions");
        Assert.Equal(code, extensions.GetProperty("code").GetString());
        Assert.Equal(retryAfter, extensions.TryGetProperty("retryAfter", out var wait) ? wait.GetInt32() : null);
    }

    private static void AssertKnown(GraphQLAnswer answer, bool isStale)
    {
        Assert.Equal(Known, answer.Data.GetRawText());
        Assert.Empty(answer.ErrorSummaries);
        Assert.Equal(isStale, answer.Freshness?.IsStale);
        Assert.Equal(answer.Freshness?.Age, answer.Age);
        Assert.Equal(isStale ? "no-cache" : $"max-age={Life.TotalSeconds}", answer.CacheControl);
    }

    /// <summary>After a day and an hour every wait, pause and break is over.</summary>
    private async Task AssertHealsAsync(Gateway gateway, Stored stored)
    {
        clock.Advance(Life + TimeSpan.FromHours(1));
        // What was stale before is still wanted, so it may have been refreshed already.
        if (stored == Stored.Fresh)
            AssertKnown(await gateway.QueryAsync(Query), isStale: true);
        await Eventually.IsTrueAsync(async () => await gateway.QueryAsync(Query) is { Freshness.Age: 0, Freshness.IsStale: false, Errors.Count: 0 });
    }

    /// <summary>Whoever hangs or drips is cut off by the clock, as soon as the question has come there.</summary>
    private async Task<T> InTimeAsync<T>(Task<T> answer)
    {
        await EventuallyAsync(() => answer.IsCompleted);
        return await answer;
    }

    private Task EventuallyAsync(Func<bool> condition) => Eventually.IsTrueAsync(() =>
    {
        if (condition())
            return true;
        if (isSlow && arrivals.Count > timesOver)
        {
            timesOver++;
            clock.Advance(AttemptTime);
        }

        return condition();
    });
}
