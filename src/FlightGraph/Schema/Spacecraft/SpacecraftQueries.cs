namespace FlightGraph.Schema.Spacecraft;

internal static class SpacecraftQueries
{
    public static ResourceDefinition Spacecraft { get; } = new(
        "spacecraft", "spacecraft", "spacecrafts", "Spacecraft as single built vehicles, flown or not")
    {
        { "name", "name", "Only spacecraft of exactly this name; for a part of it use `search`." },
        { "status", "SpacecraftStatus", "status", "Only spacecraft in this state, such as active or single use." },
        { "spacecraftConfiguration", "SpacecraftConfiguration", "spacecraft_config", "Only spacecraft built to this design." },
        { "inSpace", "in_space", "True keeps spacecraft that are in space now, false those that are not." },
        { "isPlaceholder", "is_placeholder", "True keeps entries that stand in for a spacecraft not known yet, false real ones." },
    };

    public static ResourceDefinition SpacecraftConfigurations { get; } = new(
        "spacecraft_configurations", "spacecraftConfiguration", "spacecraftConfigurations", "Designs of spacecraft, in use or retired")
    {
        { "name", "name", "Only designs of exactly this name, such as `Soyuz MS`; for a part of it use `search`." },
        { "agency", "Agency", "agency", "Only designs that this agency built or runs." },
        { "inUse", "in_use", "True keeps designs that fly or are being prepared to, false retired ones." },
        { "humanRated", "human_rated", "True keeps designs made to carry people, false the others." },
    };

    public static ResourceDefinition SpacecraftConfigurationFamilies { get; } = new(
        "spacecraft_configuration_families", "spacecraftConfigurationFamily", "spacecraftConfigurationFamilies", "Families of spacecraft designs")
    {
        { "name", "name", "Only families of exactly this name, such as `Soyuz`; for a part of it use `search`." },
        { "manufacturer", "Agency", "manufacturer", "Only families that this agency builds." },
    };
}
