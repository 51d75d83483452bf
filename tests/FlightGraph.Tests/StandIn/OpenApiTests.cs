using FlightGraph.StandIn.Contract;
using FlightGraph.StandIn.Data;
using FlightGraph.StandIn.Queries;
using Xunit.Abstractions;

namespace FlightGraph.Tests.StandIn;

public sealed class OpenApiTests(ITestOutputHelper output)
{
    private const string Absent = "LL2's OpenAPI document does not lie beside the checkout, so nothing was compared.";

    private static readonly Lazy<OpenApiDocument?> Document = new(OpenApiDocument.Find);

    public static TheoryData<string, string> Lists()
    {
        var lists = new TheoryData<string, string>();
        foreach (var resource in LaunchLibraryContract.Current.Resources.Values)
        {
            foreach (var (mode, _) in resource.Modes)
                lists.Add(resource.Name, mode);
        }

        foreach (var (mode, _) in LaunchLibraryContract.Current.DashboardModes)
            lists.Add("dashboard/starship", mode);
        return lists;
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Every_Body_Matches_The_OpenApi(string resource, string mode)
    {
        if (Document.Value is not { } document)
        {
            output.WriteLine(Absent);
            return;
        }

        foreach (var data in new[] { SmallDataSet.Instance, DataSet.Current })
        {
            await using var server = await SmallServer.StartAsync(data: data);
            var breaches = resource == "dashboard/starship"
                ? await DashboardAsync(document, server, mode)
                : await RowsAsync(document, server, LaunchLibraryContract.Current.Resources[resource], mode);

            Assert.True(breaches.Count == 0, string.Join('\n', breaches.Take(20)));
        }
    }

    [Fact]
    public void Every_Query_Parameter_Is_Implemented()
    {
        if (Document.Value is not { } document)
        {
            output.WriteLine(Absent);
            return;
        }

        string[] everywhere = ["limit", "offset", "ordering", "search", "mode"];
        var model = SmallDataSet.Instance.Model;
        var implemented = LaunchLibraryContract.Current.Resources.Values
            .SelectMany(resource => new ResourceQuery(resource, model).FilterNames.Select(filter => (resource.Name, filter)))
            .ToHashSet();

        Assert.DoesNotContain(
            document.QueryParameters(),
            pair => !everywhere.Contains(pair.Parameter) && !implemented.Contains((pair.Path, pair.Parameter)));
    }

    /// <summary>All rows of the list, and the first of them retrieved.</summary>
    private static async Task<List<string>> RowsAsync(
        OpenApiDocument document, SmallServer server, ResourceDefinition resource, string mode)
    {
        var breaches = new List<string>();
        var schema = resource.Modes.Single(pair => pair.Key == mode).Value;
        string? next = $"{resource.Name}/?limit=100&mode={mode}";
        string? first = null;
        while (next is not null)
        {
            var page = await server.GetAsync(next);
            foreach (var row in page.GetProperty("results").EnumerateArray())
            {
                first ??= row.GetProperty("id").ToString();
                breaches.AddRange(document.Breaches(row, schema, $"{resource.Name}/{row.GetProperty("id")}"));
            }

            next = page.GetProperty("next").GetString();
        }

        // One is enough: it is written like the rows of the fullest list.
        if (first is not null)
        {
            var body = await server.GetAsync($"{resource.Name}/{first}/");
            breaches.AddRange(document.Breaches(body, resource.Detail, $"{resource.Name}/{first}"));
        }

        return breaches;
    }

    private static async Task<List<string>> DashboardAsync(OpenApiDocument document, SmallServer server, string mode)
    {
        var dashboard = await server.GetAsync($"dashboard/starship/?mode={mode}");
        var schema = LaunchLibraryContract.Current.DashboardModes.Single(pair => pair.Key == mode).Value;
        return [.. dashboard.EnumerateArray().SelectMany(item => document.Breaches(item, schema))];
    }
}
