using System.Text.RegularExpressions;
using FlightGraph.Hosting;
using FlightGraph.Tests.Support;
using Snapshooter;
using Snapshooter.Xunit;

namespace FlightGraph.Tests.Schema;

public sealed partial class PrintedSchemaTests
{
    private static readonly string Printed = GatewayApp.PrintSchema();

    /// <summary>
    /// The snapshot is a link to <c>schema.graphql</c> at the top, so that there is one text to review. To accept a change:
    /// <c>dotnet run --project src/FlightGraph -- print-schema > schema.graphql</c>.
    /// </summary>
    [Fact]
    public void Schema_Is_The_One_That_Was_Reviewed()
    {
        Snapshot.Match(Printed, new SnapshotFullName("schema.graphql", Path.Combine(Repository.Root, "tests", "FlightGraph.Tests", "Schema")));
        Assert.Equal(Repository.Read("schema.graphql"), Printed);
    }

    [Fact]
    public void Every_Type_Field_And_Argument_Is_Described()
    {
        var lines = Printed.Split('\n');
        var undescribed = Enumerable.Range(1, lines.Length - 1)
            .Where(i => Declaration().IsMatch(lines[i]) && lines[i - 1] != "schema {" && !lines[i - 1].TrimEnd().EndsWith('"'))
            .Select(i => lines[i])
            .ToList();

        Assert.Empty(undescribed);
    }

    [Fact]
    public void No_Description_Only_Repeats_The_Name()
    {
        var hollow = DescribedField().Matches(Printed)
            .Where(match => Plain(match.Groups["text"].Value) == Plain(match.Groups["name"].Value))
            .Select(match => match.Value);

        Assert.Empty(hollow);
    }

    private static string Plain(string text) => new([.. text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);

    [GeneratedRegex(@"^(type|input|scalar|directive|enum|interface|union) |^\s+\w+(\(|: )")]
    private static partial Regex Declaration();

    [GeneratedRegex("\"(?<text>[^\"\n]+)\"\n\\s+(?<name>\\w+)[:(]")]
    private static partial Regex DescribedField();
}
