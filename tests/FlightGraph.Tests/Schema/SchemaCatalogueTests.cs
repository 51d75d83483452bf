using FlightGraph.Schema;
using FlightGraph.Upstream.Contract;

namespace FlightGraph.Tests.Schema;

public sealed class SchemaCatalogueTests
{
    private static readonly UpstreamContract Contract = UpstreamContract.Load("2.3.0");

    [Fact]
    public void Every_Field_Of_Every_Declared_Entity_Is_Declared_Or_Left_Out_On_Purpose()
    {
        var catalogue = new SchemaCatalogue(Contract, SchemaServiceCollectionExtensions.Topics);

        var missing = catalogue.Types
            .SelectMany(type => type.Entity.Fields.Where(field => field != type.Entity.IdField && type.Fields.All(declared => declared.Upstream != field)))
            .Select(field => field.ToString());

        // The caller's address or key.
        Assert.Equal(["APIThrottle.ident"], missing);
    }

    [Fact]
    public void Declared_Type_That_Contradicts_The_Contract_Is_Refused()
    {
        var topic = Topic(new ObjectDefinition("Orbit", "An orbit.") { { "name", "Int", "Its name." } });

        var error = Assert.Throws<InvalidOperationException>(() => new SchemaCatalogue(Contract, [topic]));

        Assert.Equal("Orbit.name is declared as Int; by the upstream's contract it is String.", error.Message);
    }

    [Fact]
    public void Declared_Field_That_The_Upstream_Lacks_Is_Refused()
    {
        var topic = Topic(new ObjectDefinition("Orbit", "An orbit.") { { "colour", "String", "Its colour." } });

        var error = Assert.Throws<InvalidOperationException>(() => new SchemaCatalogue(Contract, [topic]));

        Assert.Equal("Orbit: the upstream's Orbit has no field 'colour'.", error.Message);
    }

    [Fact]
    public void Declared_Filter_That_The_Upstream_Lacks_Is_Refused()
    {
        var resource = new ResourceDefinition("config/orbits", "orbit", "orbits", "Orbits") { { "colour", "Orbit", "colour", "Only orbits of this colour." } };
        var topic = new Topic([new ObjectDefinition("Orbit", "An orbit.") { { "name", "String", "Its name." } }], [resource]);

        var error = Assert.Throws<InvalidOperationException>(() => new SchemaCatalogue(Contract, [topic]));

        Assert.StartsWith("orbits: the upstream has no filter 'colour'", error.Message);
    }

    [Theory]
    [InlineData("launch_service_provider", "launchServiceProvider")]
    [InlineData("alpha_2_code", "alpha2Code")]
    [InlineData("vid_urls", "vidUrls")]
    [InlineData("net", "net")]
    public void Names_Become_Camel_Case(string upstreamName, string expected) =>
        Assert.Equal(expected, new FieldDefinition(upstreamName, "String", "").Name);

    private static Topic Topic(ObjectDefinition definition) => new([definition], []);
}
