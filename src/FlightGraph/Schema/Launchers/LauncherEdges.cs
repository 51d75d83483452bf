using FlightGraph.Schema.Edges;

namespace FlightGraph.Schema.Launchers;

/// <summary>Lists that the upstream gives only through a filter.</summary>
internal static class LauncherEdges
{
    public static IReadOnlyList<EdgeDefinition> All { get; } =
    [
        new("Launcher", "landings", "landings", "launcher__ids", "Landings of this booster, tried or done."),
        new("LauncherConfiguration", "launches", "launches", "launcher_config__id", "Launches of this rocket type."),
        new("LauncherConfiguration", "launchers", "launchers", "launcher_config__ids", "Boosters built for this rocket type."),
        new("LauncherConfigurationFamily", "launcherConfigurations", "launcher_configurations", "families", "Rocket types of the family."),
    ];
}
