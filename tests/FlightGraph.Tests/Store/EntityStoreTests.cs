using FlightGraph.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace FlightGraph.Tests.Store;

/// <summary>What any answer contained is known from then on, wherever it stood.</summary>
public sealed class EntityStoreTests : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 7, 24, 12, 0, 0, TimeSpan.Zero));
    private ScriptedUpstream upstream = null!;
    private Gateway gateway = null!;

    public async Task InitializeAsync()
    {
        upstream = await ScriptedUpstream.StartAsync();
        gateway = await StartAsync();
    }

    public async Task DisposeAsync()
    {
        await gateway.DisposeAsync();
        await upstream.DisposeAsync();
    }

    [Fact]
    public async Task Embedded_Copy_Answers_For_The_Object_Itself()
    {
        upstream.On("spacecraft/31/", """
            {"id": 31, "name": "Craft", "spacecraft_config": {"id": 15, "name": "Vostok", "agency": {"id": 63, "name": "Roscosmos", "abbrev": "RFSA", "type": {"id": 1, "name": "Government"}}}}
            """);
        await gateway.QueryAsync("{ spacecraft(id: 31) { name } }");

        var answer = await gateway.QueryAsync("""{ agency(id: 63) { name type { name } } node(id: "SpacecraftConfiguration:15") { id ... on SpacecraftConfiguration { name } } agencyTypeOfIt: agency(id: "Agency:63") { abbrev } }""");

        Assert.Equal("Government", answer.At("agency.type.name").GetString());
        Assert.Equal("Vostok", answer.At("node.name").GetString());
        Assert.Equal(["spacecraft/31/"], upstream.Requests);
    }

    [Fact]
    public async Task What_The_Copy_Lacks_Is_Asked_For()
    {
        upstream.On("spacecraft/31/", """{"id": 31, "spacecraft_config": {"id": 15, "agency": {"id": 63, "name": "Roscosmos"}}}""")
            .On("agencies/63/", """{"id": 63, "name": "Roscosmos", "founding_year": 1992}""");
        await gateway.QueryAsync("{ spacecraft(id: 31) { id } }");

        var answer = await gateway.QueryAsync("{ agency(id: 63) { name foundingYear } }");

        Assert.Equal(1992, answer.At("agency.foundingYear").GetInt32());
        Assert.Equal(["spacecraft/31/", "agencies/63/"], upstream.Requests);
    }

    [Fact]
    public async Task Thin_Copy_Does_Not_Hide_A_Rich_One()
    {
        upstream.On("agencies/63/", """{"id": 63, "name": "Roscosmos", "founding_year": 1992}""")
            .On("spacecraft/31/", """{"id": 31, "spacecraft_config": {"id": 15, "agency": {"id": 63, "name": "Roscosmos (renamed)"}}}""");
        await gateway.QueryAsync("{ agency(id: 63) { foundingYear } }");
        clock.Advance(TimeSpan.FromSeconds(1));
        await gateway.QueryAsync("{ spacecraft(id: 31) { id } }");

        var thin = await gateway.QueryAsync("{ agency(id: 63) { name } }");
        var rich = await gateway.QueryAsync("{ agency(id: 63) { name foundingYear } }");

        // The newest copy that has all; one object never mixes two ages.
        Assert.Equal("""{"agency":{"name":"Roscosmos (renamed)"}}""", thin.Data.GetRawText());
        Assert.Equal("""{"agency":{"name":"Roscosmos","foundingYear":1992}}""", rich.Data.GetRawText());
        Assert.Equal(2, upstream.Requests.Count);
    }

    [Fact]
    public async Task Richer_Copy_Replaces_The_Thin_One_In_Whatever_Holds_It()
    {
        upstream.On("agencies/63/", """{"id": 63, "name": "new name", "founding_year": 1992}""")
            .On("spacecraft/31/", """{"id": 31, "spacecraft_config": {"id": 15, "agency": {"id": 63, "name": "old name"}}}""");
        await gateway.QueryAsync("{ agency(id: 63) { foundingYear } }");

        var answer = await gateway.QueryAsync("{ spacecraft(id: 31) { spacecraftConfig { agency { name foundingYear } } } }");

        Assert.Equal("""{"name":"new name","foundingYear":1992}""", answer.At("spacecraft.spacecraftConfig.agency").GetRawText());
        Assert.Equal(["agencies/63/", "spacecraft/31/"], upstream.Requests);
    }

    [Fact]
    public async Task Stale_Answers_Are_Given_And_Asked_For_Again()
    {
        await using var brief = await StartAsync("--Freshness:Lives:Hardware=00:05:00", "--Freshness:Spread=0");
        upstream.On("agencies/63/", """{"id": 63, "name": "Roscosmos"}""");
        await brief.QueryAsync("{ agency(id: 63) { name } }");
        clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1));
        await brief.QueryAsync("{ agency(id: 63) { name } }");
        Assert.Single(upstream.Requests);

        clock.Advance(TimeSpan.FromSeconds(2));
        upstream.On("agencies/63/", """{"id": 63, "name": "Roscosmos (new)"}""");
        var stale = await brief.QueryAsync("{ agency(id: 63) { name } }");

        Assert.Equal("Roscosmos", stale.At("agency.name").GetString());
        await Eventually.IsTrueAsync(async () => (await brief.QueryAsync("{ agency(id: 63) { name } }")).At("agency.name").GetString() == "Roscosmos (new)");
        Assert.Equal(2, upstream.Requests.Count);
    }

    [Fact]
    public async Task Errors_And_Absences_Are_Not_Remembered_As_Objects()
    {
        upstream.On("agencies/63/", 503, "");
        var failed = await gateway.QueryAsync("{ agency(id: 63) { name } }");
        upstream.On("agencies/63/", """{"id": 63, "name": "Roscosmos"}""");

        var answer = await gateway.QueryAsync("{ agency(id: 63) { name } }");

        Assert.Single(failed.Errors);
        Assert.Equal("Roscosmos", answer.At("agency.name").GetString());
    }

    [Fact]
    public async Task Page_In_A_Richer_Mode_Answers_A_Thinner_Question()
    {
        upstream.On("agencies/", Documents.Page("""{"id": 63, "name": "Roscosmos", "abbrev": "RFSA", "type": {"id": 1, "name": "Government"}, "featured": true, "description": "d", "founding_year": 1992}"""));
        await gateway.QueryAsync("{ agencies { nodes { name foundingYear } } }");

        var thinner = await gateway.QueryAsync("{ agencies { totalCount nodes { abbrev } } }");
        var other = await gateway.QueryAsync("{ agencies(first: 11) { nodes { abbrev } } }");

        Assert.Equal("RFSA", thinner.At("agencies.nodes.0.abbrev").GetString());
        Assert.Equal(2, upstream.Requests.Count);
        Assert.Empty(other.ErrorSummaries);
    }

    [Fact]
    public async Task Nothing_Is_Remembered_When_Told_So()
    {
        await using var forgetful = await StartAsync("--Cache:MaxMemory=0");
        upstream.On("agencies/63/", """{"id": 63, "name": "Roscosmos"}""");

        await forgetful.QueryAsync("{ agency(id: 63) { name } }");
        await forgetful.QueryAsync("{ agency(id: 63) { name } }");

        Assert.Equal(2, upstream.Requests.Count);
    }

    [Fact]
    public async Task What_Was_Used_Longest_Ago_Goes_When_Memory_Is_Full()
    {
        await using var small = await StartAsync("--Cache:MaxMemory=1500");
        for (var id = 1; id <= 8; id++)
        {
            upstream.On($"agencies/{id}/", $$"""{"id": {{id}}, "name": "A{{id}}"}""");
            await small.QueryAsync($"{{ agency(id: {id}) {{ name }} }}");
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        await small.QueryAsync("{ agency(id: 8) { name } }");
        Assert.Equal(8, upstream.Requests.Count);
        await small.QueryAsync("{ agency(id: 1) { name } }");
        Assert.Equal(9, upstream.Requests.Count);
    }

    private Task<Gateway> StartAsync(params string[] settings) => Gateway.StartAsync(
        upstream.BaseAddress, builder => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)), settings);
}
