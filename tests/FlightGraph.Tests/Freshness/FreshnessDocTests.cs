using System.Globalization;
using System.Text.RegularExpressions;
using FlightGraph.Tests.Support;
using FlightGraph.Upstream.Freshness;

namespace FlightGraph.Tests.Freshness;

/// <summary>What operators read about lives is what they are.</summary>
public sealed partial class FreshnessDocTests
{
    [Fact]
    public void Table_Has_Every_Row_With_Its_Life_And_Reason()
    {
        var written = Row().Matches(Repository.Read("docs/freshness.md"))
            .Select(row => (row.Groups[1].Value, Life(row.Groups[2].Value, row.Groups[3].Value), row.Groups[4].Value));

        Assert.Equal(FreshnessTable.All.Select(row => (row.Name, row.Life, row.Reason)), written);
    }

    private static TimeSpan Life(string number, string unit) => int.Parse(number, CultureInfo.InvariantCulture) * unit.TrimEnd('s') switch
    {
        "second" => TimeSpan.FromSeconds(1),
        "minute" => TimeSpan.FromMinutes(1),
        "hour" => TimeSpan.FromHours(1),
        _ => TimeSpan.FromDays(1),
    };

    [GeneratedRegex(@"^\| `(\w+)` \| (\d+) (\w+) \| (.+?) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
