using FlightGraph.StandIn;
using FlightGraph.Tests.Support;
using FlightGraph.Upstream;
using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Requests;
using FlightGraph.Upstream.Store;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FlightGraph.Tests.Store;

/// <summary>A list made of what is remembered has the rows that the upstream's own has, in its order.</summary>
public sealed class WholeCollectionsTests : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 7, 24, 12, 0, 0, TimeSpan.Zero));
    private StandInServer standIn = null!;
    private ServiceProvider services = null!;

    private UpstreamClient Client => services.GetRequiredService<UpstreamClient>();

    private WholeCollections Collections => services.GetRequiredService<WholeCollections>();

    public async Task InitializeAsync()
    {
        standIn = await StandInServer.StartAsync(clock: clock);
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(clock)
            .AddUpstream(new ConfigurationBuilder().AddCommandLine([$"--Upstream:BaseAddress={standIn.BaseAddress}", "--Cache:Path="]).Build())
            .BuildServiceProvider();
    }

    public async Task DisposeAsync()
    {
        await services.DisposeAsync();
        await standIn.DisposeAsync();
    }

    [Theory]
    [InlineData("launches/?limit=100&mode=list&ordering=net,id")]
    [InlineData("launches/?limit=10&offset=20&mode=normal&ordering=-net,id")]
    [InlineData("launches/?limit=20&mode=list&ordering=net,id&search=apollo")]
    [InlineData("launches/?limit=20&mode=list&ordering=net,id&search=soyuz baikonur")]
    [InlineData("launches/?limit=50&mode=list&ordering=net,id&year=1969")]
    [InlineData("launches/?limit=50&mode=normal&ordering=net,id&lsp__id=44,63")]
    [InlineData("launches/?limit=50&mode=normal&ordering=net,id&location__ids=15")]
    [InlineData("launches/?limit=50&mode=normal&ordering=name,id&pad=4")]
    [InlineData("launches/previous/?limit=10&mode=normal&ordering=-net,id")]
    [InlineData("astronauts/?limit=100&mode=normal&ordering=name,id&in_space=true")]
    [InlineData("astronauts/?limit=100&mode=list&ordering=id&search=tereshkova")]
    [InlineData("agencies/?limit=20&offset=5&mode=normal&ordering=name,id")]
    [InlineData("space_stations/?limit=100&mode=normal&ordering=id")]
    public async Task Made_List_Is_The_Upstream_Own(string address)
    {
        var request = Assert.IsType<PageAddress>(UpstreamAddress.Parse(services.GetRequiredService<UpstreamContract>(), address)).Request;
        while (Collections.NextPage(request.Resource.Path.EndsWith("/previous", StringComparison.Ordinal) ? Whole(request) : request.Resource) is { } page)
            Assert.True((await Client.GetPageAsync(page, Projection.Nothing, Terms.OfClient, CancellationToken.None)).IsFound);

        var made = Collections.Find(request, Projection.Nothing);
        var told = (await Client.GetPageAsync(request, Projection.Nothing, Terms.OfClient, CancellationToken.None)).Value!;

        Assert.NotNull(made);
        Assert.Equal(told.Count, made.Value.Page.Count);
        Assert.Equal(told.Rows.Select(row => row!.Id), made.Value.Page.Rows.Select(row => row!.Id));
    }

    [Fact]
    public async Task List_Is_Not_Made_While_A_Page_Is_Missing()
    {
        var launches = services.GetRequiredService<UpstreamContract>().Resource("launches");
        await Client.GetPageAsync(Collections.NextPage(launches)!, Projection.Nothing, Terms.OfClient, CancellationToken.None);

        Assert.NotNull(Collections.NextPage(launches));
        Assert.Null(Collections.Find(new PageRequest { Resource = launches, Mode = launches.Fullest, Limit = 5, Ordering = "net" }, Projection.Nothing));
    }

    [Theory]
    [InlineData("launches/?limit=10&mode=list&ordering=net,id&rocket__configuration__reusable=true")]
    [InlineData("launches/upcoming/?limit=10&mode=list&ordering=net,id&is_crewed=true")]
    [InlineData("launches/?limit=10&mode=list&search=\"apollo 11\"&ordering=net")]
    public async Task What_Rows_Do_Not_Tell_Makes_No_List(string address)
    {
        var contract = services.GetRequiredService<UpstreamContract>();
        var launches = contract.Resource("launches");
        while (Collections.NextPage(launches) is { } page)
            await Client.GetPageAsync(page, Projection.Nothing, Terms.OfClient, CancellationToken.None);

        if (UpstreamAddress.Parse(contract, address) is PageAddress asked)
            Assert.Null(Collections.Find(asked.Request, Projection.Nothing));
    }

    private Resource Whole(PageRequest request) => services.GetRequiredService<UpstreamContract>().Resource(request.Resource.Path[..^"/previous".Length]);
}
