using FlightGraph.Tests.Support;

namespace FlightGraph.Tests.Clients.Relay;

/// <summary>Relay's own compiler, over our schema and operations as a Relay application has them.</summary>
public sealed class RelayTests
{
    [NodeFact]
    public async Task Relay_Compiler_Accepts_Schema_Fragments_Pages_And_Refetching()
    {
        using var client = new NodePackage("tests/FlightGraph.Tests/Clients/Relay");
        File.WriteAllText(Path.Combine(client.Folder, "schema.graphql"), Repository.Read("schema.graphql"));
        var artifacts = Directory.CreateDirectory(Path.Combine(client.Folder, "artifacts"));

        // Without Watchman, which Relay would ask for the files where it is installed.
        var (exitCode, output) = await client.RunAsync("node", "node_modules/relay-compiler/cli.js", "--noWatchman");

        Assert.True(exitCode == 0, output);
        Assert.Equal(
            [
                "BookmarksQuery", "CrewMember_member", "FlightCard_flight", "FlightListPageQuery", "FlightListScreenQuery", "FlightList_query",
                "FlightRefreshQuery", "FlightRefresh_flight", "FlightScreenQuery", "LaunchListPageQuery", "LaunchListScreenQuery",
                "LaunchList_query", "NodeScreenQuery",
            ],
            artifacts.GetFiles("*.graphql.ts").Select(file => file.Name.Split('.')[0]).Order(StringComparer.Ordinal));
        // Nobody wrote this query: Relay makes it of a fragment, because flights are nodes.
        Assert.Contains("node(id: $id)", File.ReadAllText(Path.Combine(artifacts.FullName, "FlightRefreshQuery.graphql.ts")), StringComparison.Ordinal);
    }
}
