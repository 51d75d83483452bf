using FlightGraph.Schema;
using FlightGraph.Upstream.Contract;

namespace FlightGraph.Tests.Schema;

public sealed class FilterCoverageTests
{
    private static readonly UpstreamContract Contract = UpstreamContract.Load("2.3.0");

    [Fact]
    public void Every_Filter_Of_The_Upstream_Is_Offered_Once_And_No_Other()
    {
        var resources = new SchemaCatalogue(Contract, SchemaServiceCollectionExtensions.Topics).Resources;

        var upstream = resources.Select(resource => resource.Definition.Path).SelectMany(path => Widest(path).Filters.Keys.Select(name => $"{path}: {name}"));
        var offered = resources.SelectMany(resource =>
            resource.Filters.SelectMany(filter => filter.Conditions).Select(condition => $"{resource.Definition.Path}: {condition.Parameter}"));

        Assert.Equal(upstream.Order(StringComparer.Ordinal), offered.Order(StringComparer.Ordinal));
    }

    /// <summary>What is to come has a filter that the whole has not.</summary>
    private static Resource Widest(string path) => Contract.Resources.GetValueOrDefault($"{path}/upcoming") ?? Contract.Resource(path);
}
