using FlightGraph.Tests.Support;
using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Requests;
using Xunit.Abstractions;
using YamlDotNet.RepresentationModel;

namespace FlightGraph.Tests.Upstream;

/// <summary>The compact table against the upstream's own OpenAPI document.</summary>
public sealed class ContractTests(ITestOutputHelper output)
{
    private static readonly UpstreamContract Contract = UpstreamContract.Load("2.3.0");

    [Fact]
    public void Paths_Modes_And_Parameters_Are_Those_Of_The_OpenApi()
    {
        if (OpenApi() is not { } document)
            return;
        var paths = Map(document, "paths");
        var lists = paths.Children.Keys.Select(key => key.ToString())
            .Where(path => !path.EndsWith("{id}/") && !path.Contains("api-throttle") && !path.Contains("dashboard"))
            .ToList();

        Assert.Equal(lists.Select(path => path.Split('/', 3)[2].TrimEnd('/')).Order(), Contract.Resources.Keys.Order());
        foreach (var path in lists)
        {
            var resource = Contract.Resource(path.Split('/', 3)[2].TrimEnd('/'));
            var parameters = Sequence(Map(Map(paths, path), "get"), "parameters").Cast<YamlMappingNode>()
                .ToDictionary(parameter => Text(parameter, "name"), parameter => parameter);
            Assert.Equal(parameters.Keys.Except(["limit", "offset", "mode", "ordering", "search"]).Order(), resource.Filters.Keys.Order());
            var modes = parameters.TryGetValue("mode", out var mode) ? Sequence(Map(mode, "schema"), "enum").Select(value => value.ToString()) : [];
            Assert.Equal(modes.Order(), resource.Modes.Select(known => known.Name).OfType<string>().Order());
        }
    }

    [Fact]
    public void Variants_Have_The_Fields_Of_The_OpenApi()
    {
        if (OpenApi() is not { } document)
            return;
        var schemas = Map(Map(document, "components"), "schemas");
        foreach (var variant in Contract.Variants.Values)
        {
            var expected = Map(Map(schemas, variant.Name), "properties").Children.Keys.Select(key => key.ToString()).ToList();
            var known = variant.Fields.Select(field => field.Name).ToList();

            Assert.Empty(known.Except(expected));
            Assert.Empty(expected.Except(known).Except(["url", "response_mode"]));
        }

        output.WriteLine($"{Contract.Variants.Count} variants compared.");
    }

    [Fact]
    public void Modes_Grow_From_Thin_To_Full()
    {
        foreach (var resource in Contract.Resources.Values)
        {
            foreach (var (thin, full) in resource.Modes.Zip(resource.Modes.Skip(1)))
                Assert.True(thin.Variant.Fields.All(full.Variant.Carries), $"{resource}: {full.Name} lacks a field of {thin.Name}.");
            Assert.True(resource.Fullest.Variant.Fields.All(resource.Detail.Carries), $"{resource}: the detail lacks a field of {resource.Fullest.Name}.");
        }
    }

    /// <summary>
    /// Walks every document that the upstream can send, down through all variants: whatever field is absent somewhere must be
    /// found again, in the full document of the object itself or of one that holds it, or by one of the two ways of its own.
    /// </summary>
    [Fact]
    public void Every_Absent_Field_Can_Be_Come_By()
    {
        var detours = Detour.In(Contract).Select(detour => detour.Field).Append(Contract.Entity("FirstStage")["landing"]).ToHashSet();
        var lost = new SortedSet<string>(StringComparer.Ordinal);
        var walked = 0;
        foreach (var start in Contract.Resources.Values.SelectMany(resource => resource.Modes.Select(mode => mode.Variant).Append(resource.Detail)).Distinct())
            Walk([(start, null)]);

        output.WriteLine($"{walked} places walked.");
        Assert.Empty(lost);

        void Walk(IReadOnlyList<(Variant Variant, EntityField? From)> chain)
        {
            walked++;
            var here = chain[^1].Variant;
            foreach (var absent in here.Entity.Fields.Where(field => !here.Carries(field) && !detours.Contains(field) && !IsFound(chain, field)))
                lost.Add($"{absent} at {string.Join('.', chain.Select(step => step.From?.Name ?? step.Variant.Name))}");
            foreach (var field in here.Fields)
            {
                if (here.Child(field) is { } child && chain.Count < 6 && chain.All(step => step.Variant != child))
                    Walk([.. chain, (child, field)]);
            }
        }

        static bool IsFound(IReadOnlyList<(Variant Variant, EntityField? From)> chain, EntityField field) =>
            Enumerable.Range(0, chain.Count).Any(i =>
                chain[i].Variant.Entity.Resource is { } resource && resource.Detail.Carries([.. chain.Skip(i + 1).Select(step => step.From!)], field));
    }

    [Fact]
    public void Filter_That_The_Upstream_Would_Ignore_Never_Leaves()
    {
        var resource = Contract.Resource("spacecraft_flights");

        var error = Assert.Throws<ArgumentException>(() => new PageRequest { Resource = resource, Mode = resource.Fullest, Limit = 1, Filters = [new ResourceFilter("spacecrat", "1")] });

        Assert.Contains("'spacecrat'", error.Message);
    }

    [Fact]
    public void Address_Of_A_Page_Encodes_What_It_Carries()
    {
        var resource = Contract.Resource("launcher_configurations");
        var request = new PageRequest
        {
            Resource = resource,
            Mode = resource.Modes[0],
            Limit = 100,
            Offset = 200,
            Ordering = "-name",
            Filters = [new ResourceFilter("name", "A&B=é/ ?"), new ResourceFilter("families", "1", "2")],
        };

        Assert.Equal("launcher_configurations/?limit=100&offset=200&mode=list&ordering=-name&families=1&families=2&name=A%26B%3D%C3%A9%2F%20%3F", request.ToRelativeUri());
    }

    private YamlMappingNode? OpenApi()
    {
        if (!SharedFacts.TryFind("openapi.yml", output, out var path))
            return null;
        using var reader = new StreamReader(path);
        var yaml = new YamlStream();
        yaml.Load(reader);
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }

    private static YamlMappingNode Map(YamlMappingNode node, string key) => (YamlMappingNode)node.Children[key];

    private static YamlSequenceNode Sequence(YamlMappingNode node, string key) => node.Children.TryGetValue(key, out var value) ? (YamlSequenceNode)value : [];

    private static string Text(YamlMappingNode node, string key) => node.Children[key].ToString();
}
