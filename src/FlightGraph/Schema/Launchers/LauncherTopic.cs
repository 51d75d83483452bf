namespace FlightGraph.Schema.Launchers;

internal static class LauncherTopic
{
    public static Topic Topic { get; } = new(
        [LauncherType.Definition, LauncherConfigurationType.Definition, LauncherConfigurationFamilyType.Definition],
        [
            LauncherQueries.Launchers,
            LauncherQueries.LauncherConfigurations,
            LauncherQueries.LauncherConfigurationFamilies,
        ])
    {
        Edges = LauncherEdges.All,
    };
}
