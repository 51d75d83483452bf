namespace FlightGraph.Schema.Spacecraft;

internal static class SpacecraftTopic
{
    public static Topic Topic { get; } = new(
        [
            SpacecraftType.Definition,
            SpacecraftConfigurationType.Definition,
            SpacecraftConfigurationFamilyType.Definition,
        ],
        [
            SpacecraftQueries.Spacecraft,
            SpacecraftQueries.SpacecraftConfigurations,
            SpacecraftQueries.SpacecraftConfigurationFamilies,
        ])
    {
        Edges = SpacecraftEdges.All,
    };
}
