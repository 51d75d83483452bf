using FlightGraph.Schema.Edges;

namespace FlightGraph.Schema.Agencies;

/// <summary>Lists that the upstream gives only through a filter.</summary>
internal static class AgencyEdges
{
    public static IReadOnlyList<EdgeDefinition> All { get; } =
    [
        new("Agency", "launches", "launches", "lsp__id", "Launches that it carried out, or will, as launch provider."),
        new("Agency", "astronauts", "astronauts", "agency_ids", "People who fly, or flew, for it."),
        new("Agency", "pads", "pads", "agencies_ids", "Pads that it uses or used."),
        new("Agency", "spacecraftConfigurations", "spacecraft_configurations", "agency", "Spacecraft types that it builds or operates.", OwnerPath: "agency.id"),
        new("Agency", "launcherConfigurations", "launcher_configurations", "manufacturer__name", "Rocket types that it builds, found by its name.", By: "name"),
        new("Agency", "missionPatches", "mission_patches", "agency__id", "Mission patches of its missions.", OwnerPath: "agency.id"),
        new("Agency", "payloads", "payloads", "operator__id", "Payloads that it operates.", OwnerPath: "operator.id"),
    ];
}
