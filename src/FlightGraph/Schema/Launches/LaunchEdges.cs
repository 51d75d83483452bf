using FlightGraph.Schema.Edges;

namespace FlightGraph.Schema.Launches;

/// <summary>Lists that the upstream gives only through a filter.</summary>
internal static class LaunchEdges
{
    public static IReadOnlyList<EdgeDefinition> All { get; } =
    [
        new("Launch", "spacewalks", "spacewalks", "launch__ids", "Spacewalks made by crews that this launch carried."),
        new("Launch", "updateConnection", "updates", "launch", "Notes on the launch, page by page; `updates` has them as a plain list."),
    ];
}
