using System.Globalization;
using System.Text.Json;
using FlightGraph.Schema.Edges;
using FlightGraph.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace FlightGraph.Tests.Schema;

/// <summary>What the tests of edges are asked of.</summary>
public sealed partial class EdgeTests
{
    /// <summary>Owners that the stand-in has, with what the edge's filter takes of each and how many rows that gives.</summary>
    private async Task<List<(string Id, string Value, int Count)>> CountsAsync(CatalogueEdge edge)
    {
        List<(string Id, string Value, int Count)> counts = [];
        foreach (var owner in await standIn.RestRowsAsync($"{edge.Owner.Entity.Resource!.Path}/"))
        {
            var value = owner.GetProperty(edge.By.Name).ToString();
            counts.Add((owner.GetProperty("id").ToString(), value, await CountAsync(Address(edge, value))));
            if (counts.Count >= EnoughOwners && counts.Count(known => known.Count > 0) >= 3)
                break;
        }

        return counts;
    }

    private async Task<int> CountAsync(string address) => (await standIn.RestAsync(address + "&limit=1")).GetProperty("count").GetInt32();

    private static string Address(CatalogueEdge edge, string value) => $"{edge.Target.Upstream.Path}/?{edge.Definition.Parameter}={Uri.EscapeDataString(value)}";

    /// <summary>So many agencies, and launches that can be asked for by them.</summary>
    private void Script(int owners, IReadOnlyList<(int Agency, int Place)> launches) => upstream
        .On("agencies/", Documents.Page([.. Enumerable.Range(1, owners).Select(id => $$"""{"id": {{id}}, "name": "N{{id}}" }""")]))
        .On("agencies/1/", """{"id": 1, "name": "N1"}""")
        .On("agencies/2/", """{"id": 2, "name": "N2"}""")
        .On("launches/", Answer(launches));

    /// <summary>The launches of all agencies in turns: the first of each, then the second of each.</summary>
    private static List<(int Agency, int Place)> Launches(params (int Agency, int Count)[] counts) =>
        [.. counts.SelectMany(agency => Enumerable.Range(0, agency.Count).Select(place => (agency.Agency, Place: place))).OrderBy(launch => launch.Place)];

    private static RequestDelegate Answer(IReadOnlyList<(int Agency, int Place)> launches) => async http =>
    {
        var query = http.Request.Query;
        var owners = query["lsp__id"].ToString().Split(',').Select(int.Parse).ToHashSet();
        var offset = int.TryParse(query["offset"], out var given) ? given : 0;
        var matching = launches.Where(launch => owners.Contains(launch.Agency)).ToList();
        if (query["ordering"].ToString().StartsWith('-'))
            matching.Reverse();
        await http.Response.WriteAsJsonAsync(new
        {
            count = matching.Count,
            results = matching.Skip(offset).Take(int.Parse(query["limit"]!)).Select(launch => new
            {
                id = LaunchId((launch.Agency * 1000) + launch.Place),
                name = $"A{launch.Agency}-{launch.Place}",
                net = new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(launch.Place).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
                launch_service_provider = new { id = launch.Agency, name = $"N{launch.Agency}" },
            }),
        });
    };

    private static string Pad(int id, params int[] agencies) =>
        $$"""{"id": {{id}}, "name": "P{{id}}", "agencies": [{{string.Join(',', agencies.Select(agency => $$"""{"id": {{agency}}, "name": "N{{agency}}" }"""))}}]}""";

    private static string LaunchId(int number) => $"00000000-0000-0000-0000-{number:d12}";

    private static IEnumerable<string> Names(JsonElement connection) =>
        connection.GetProperty("edges").EnumerateArray().Select(edge => edge.GetProperty("node").GetProperty("name").GetString()!);

    private static string Summary(JsonElement connection)
    {
        var pageInfo = connection.GetProperty("pageInfo");
        return string.Join(' ', [connection.GetProperty("totalCount").ToString(), Flag("hasNextPage"), Flag("hasPreviousPage"), .. Names(connection)]);

        string Flag(string name) => pageInfo.GetProperty(name).GetRawText();
    }
}
