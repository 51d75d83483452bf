using System.Reflection;
using System.Text.RegularExpressions;
using FlightGraph.Tests.Support;

namespace FlightGraph.Tests;

/// <summary>Keeps the floors of the house: a request walks down, and no floor names one above it.</summary>
public sealed partial class ArchitectureTests
{
    /// <summary>Folder of the host, and the folders whose namespaces its files may not name.</summary>
    [Theory]
    [InlineData("DataLoaders", "Schema", "Hosting")]
    public void Floor_Names_None_Above_It(string folder, params string[] above)
    {
        var offenders = Files($"src/FlightGraph/{folder}")
            .Where(file => above.Any(floor => Usings(file).Any(name => name.StartsWith($"FlightGraph.{floor}", StringComparison.Ordinal))));

        Assert.Empty(offenders);
    }

    [Fact]
    public void Engine_Is_Named_In_Its_Own_Folder_And_At_The_Door_Only()
    {
        string[] allowed = ["src/FlightGraph/Schema/Engine/", "src/FlightGraph/Schema/SchemaServiceCollectionExtensions.cs", "src/FlightGraph/Hosting/GraphQLEndpoint.cs"];

        var offenders = Files("src").Where(file =>
            !allowed.Any(place => file.StartsWith(place, StringComparison.Ordinal)) && Usings(file).Any(name => name == "GraphQL" || name.StartsWith("GraphQL.", StringComparison.Ordinal) || name.StartsWith("GraphQLParser", StringComparison.Ordinal)));

        Assert.Empty(offenders);
    }

    [Fact]
    public void Upstream_Library_Knows_No_Engine_And_The_Stand_In_Knows_Neither()
    {
        Assert.DoesNotContain(References(typeof(FlightGraph.Upstream.UpstreamClient).Assembly), name => name.StartsWith("GraphQL", StringComparison.Ordinal) || name.StartsWith("FlightGraph", StringComparison.Ordinal));
        Assert.DoesNotContain(References(typeof(FlightGraph.StandIn.StandInServer).Assembly), name => name.StartsWith("GraphQL", StringComparison.Ordinal) || name.StartsWith("FlightGraph", StringComparison.Ordinal));
    }

    [Fact]
    public void Topics_Do_Not_Name_One_Another()
    {
        var topics = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src/FlightGraph/Schema"), "*Topic.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetFileName(Path.GetDirectoryName(file))!)
            .Where(folder => folder != "Schema")
            .ToList();
        Assert.Contains("Flights", topics);

        var offenders = topics.SelectMany(topic => Files($"src/FlightGraph/Schema/{topic}")
            .Where(file => topics.Any(other => other != topic && Usings(file).Contains($"FlightGraph.Schema.{other}"))));

        Assert.Empty(offenders);
    }

    private static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(name => name.Name!);

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal));

    private static IEnumerable<string> Usings(string file) => Using().Matches(Repository.Read(file)).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"^using (?:static |\w+ = )?([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Using();
}
