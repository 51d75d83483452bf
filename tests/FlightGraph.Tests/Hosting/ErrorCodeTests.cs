using System.Reflection;
using System.Text.RegularExpressions;
using FlightGraph.Hosting;
using FlightGraph.Tests.Support;

namespace FlightGraph.Tests.Hosting;

public sealed partial class ErrorCodeTests
{
    [Fact]
    public void Readme_Lists_Exactly_The_Codes_There_Are()
    {
        var codes = typeof(ErrorCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);
        var listed = TableRow().Matches(Repository.Read("README.md")).Select(match => match.Groups[1].Value);

        Assert.Equal(codes.Order(), listed.Order());
    }

    [GeneratedRegex(@"^\| `([A-Z_]+)` \|", RegexOptions.Multiline)]
    private static partial Regex TableRow();
}
