using System.Text.Json;
using FlightGraph.Tests.Support;

namespace FlightGraph.Tests.Planning;

/// <summary>What the oracle takes for granted.</summary>
public sealed class CallOracleTests
{
    private static readonly JsonElement Contract = JsonDocument.Parse(Repository.Read("src/Contract/ll2-2.3.0.json")).RootElement;

    [Fact]
    public void Fullest_Mode_Holds_All_That_Thinner_Ones_Hold()
    {
        var resources = Contract.GetProperty("resources").EnumerateObject().Select(resource => resource.Value.GetProperty("modes").EnumerateObject());

        Assert.All(resources, modes => Assert.All(modes, mode => AssertHolds(modes.Last().Value.GetString()!, mode.Value.GetString()!, [])));
    }

    [Fact]
    public void Golden_Operations_Ask_For_Every_Resource()
    {
        var asked = GoldenOperations.All.SelectMany(operation => operation.Fields).Select(AskedRoot.Of)
            .SelectMany(root => root.Objects.Select(item => UpstreamFacts.ResourceOf(item.Entity)).Append(root.Rows?.Resource))
            .Select(resource => resource?.Path).ToHashSet();
        var resources = UpstreamFacts.Resources.Values.Where(resource => resource is { IsList: true, IsWindow: false })
            .Select(resource => resource.Path).Where(path => !path.StartsWith("config/", StringComparison.Ordinal)).ToList();

        Assert.Equal(24, resources.Count);
        Assert.Empty(resources.Except(asked));
    }

    private static void AssertHolds(string rich, string thin, HashSet<(string Rich, string Thin)> known)
    {
        if (!known.Add((rich, thin)))
            return;
        var fields = Contract.GetProperty("schemas").GetProperty(rich).GetProperty("fields");
        foreach (var field in Contract.GetProperty("schemas").GetProperty(thin).GetProperty("fields").EnumerateObject())
        {
            Assert.True(fields.TryGetProperty(field.Name, out var same), $"{rich} lacks {thin}.{field.Name}.");
            if (Contract.GetProperty("schemas").TryGetProperty(Child(field.Value), out _))
                AssertHolds(Child(same), Child(field.Value), known);
        }

        static string Child(JsonElement type) => type.GetString()!.Trim('[', ']', '?');
    }
}
