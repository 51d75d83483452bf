using FlightGraph.Schema;
using FlightGraph.Schema.Engine;
using FlightGraph.Tests.Support;
using FlightGraph.Upstream;
using FlightGraph.Upstream.Contract;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FlightGraph.Tests.Schema;

/// <summary>What a note on a declared field does, in a gateway whose schema has one topic.</summary>
public sealed class FieldNoteTests
{
    private const string Launch = "0d0acc45-bcf8-4d06-8093-be999f9233ba";

    [Fact]
    public void Deprecated_Field_Is_Printed_With_Its_Reason()
    {
        var catalogue = Catalogue(UpstreamContract.Load("2.3.0"));
        using var services = new ServiceCollection().AddLogging().AddUpstream(new ConfigurationManager()).AddSchema().AddSingleton(catalogue).BuildServiceProvider();

        var schema = PrintedSchema.Of(services.GetRequiredService<GatewaySchema>());

        Assert.Contains("""  abbrev: String @deprecated(reason: "Use `name`. Goes with 2.0.")""", schema);
        Assert.Contains("  motto: String\n", schema);
    }

    [Fact]
    public void Field_Newer_Than_The_Contract_Is_Taken_To_Stand_In_The_Fullest_Documents_Only()
    {
        var contract = UpstreamContract.Load("2.3.0");
        Catalogue(contract);
        var agencies = contract.Resource("agencies");
        var motto = agencies.Entity["motto"];

        Assert.True(agencies.Detail.Carries(motto));
        Assert.Equal(["detailed"], agencies.Modes.Where(mode => mode.Variant.Carries(motto)).Select(mode => mode.Name));
    }

    [Fact]
    public async Task Field_Newer_Than_The_Contract_Is_Asked_For_Where_It_Stands()
    {
        await using var upstream = await ScriptedUpstream.StartAsync();
        upstream.On("agencies/", Documents.Page("""{"id": 44, "name": "NASA", "abbrev": "NASA", "motto": "For All Mankind"}"""))
            .On($"launches/{Launch}/", $$$"""{"id": "{{{Launch}}}", "launch_service_provider": {"id": 45, "name": "ESA"}}""")
            .On("agencies/45/", """{"id": 45, "name": "ESA", "abbrev": "ESA", "motto": null}""");
        await using var gateway = await Gateway.StartAsync(upstream.BaseAddress, builder =>
        {
            var contract = UpstreamContract.Load("2.3.0");
            builder.Services.AddSingleton(contract).AddSingleton(Catalogue(contract));
        });

        var list = await gateway.QueryAsync("{ agencies(first: 1) { nodes { motto abbrev } } }");
        var hydrated = await gateway.QueryAsync($$"""{ launch(id: "{{Launch}}") { launchServiceProvider { name motto } } }""");

        Assert.Equal("""{"agencies":{"nodes":[{"motto":"For All Mankind","abbrev":"NASA"}]}}""", list.Data.GetRawText());
        Assert.Equal("""{"launch":{"launchServiceProvider":{"name":"ESA","motto":null}}}""", hydrated.Data.GetRawText());
        Assert.Contains("mode=detailed", upstream.Requests[0]);
        Assert.Equal([$"launches/{Launch}/", "agencies/45/"], upstream.Requests.Skip(1));
    }

    private static SchemaCatalogue Catalogue(UpstreamContract contract) => new(contract,
    [
        new Topic(
            [
                new ObjectDefinition("Agency", "An agency.")
                {
                    { "name", "String", "Its name." },
                    { "abbrev", "String", "Its short name.", FieldNote.Deprecated("Use `name`. Goes with 2.0.") },
                    { "motto", "String", "What it goes by.", FieldNote.NewerThanContract },
                },
                new ObjectDefinition("Launch", "A launch.") { { "launch_service_provider", "Agency", "Who launches." } },
            ],
            [new ResourceDefinition("agencies", "agency", "agencies", "Agencies"), new ResourceDefinition("launches", "launch", "launches", "Launches")]),
    ]);
}
