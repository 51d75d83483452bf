namespace FlightGraph.Schema.Launchers;

internal static class LauncherQueries
{
    public static ResourceDefinition Launchers { get; } = new(
        "launchers", "launcher", "launchers", "Boosters and first stages as single built vehicles, mostly reusable ones");

    public static ResourceDefinition LauncherConfigurations { get; } = new(
        "launcher_configurations", "launcherConfiguration", "launcherConfigurations", "Designs of rockets, in use, retired or to come");

    public static ResourceDefinition LauncherConfigurationFamilies { get; } = new(
        "launcher_configuration_families", "launcherConfigurationFamily", "launcherConfigurationFamilies", "Families of rocket designs");
}
