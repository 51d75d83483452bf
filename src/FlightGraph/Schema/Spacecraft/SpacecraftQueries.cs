namespace FlightGraph.Schema.Spacecraft;

internal static class SpacecraftQueries
{
    public static ResourceDefinition Spacecraft { get; } = new(
        "spacecraft", "spacecraft", "spacecrafts", "Spacecraft as single built vehicles, flown or not");

    public static ResourceDefinition SpacecraftConfigurations { get; } = new(
        "spacecraft_configurations", "spacecraftConfiguration", "spacecraftConfigurations", "Designs of spacecraft, in use or retired");

    public static ResourceDefinition SpacecraftConfigurationFamilies { get; } = new(
        "spacecraft_configuration_families", "spacecraftConfigurationFamily", "spacecraftConfigurationFamilies", "Families of spacecraft designs");
}
