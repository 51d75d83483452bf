using FlightGraph.Schema.Edges;

namespace FlightGraph.Schema.Programs;

/// <summary>Lists that the upstream gives only through a filter.</summary>
internal static class ProgramEdges
{
    public static IReadOnlyList<EdgeDefinition> All { get; } =
    [
        new("Program", "launches", "launches", "program", "Launches of the program."),
        new("Program", "events", "events", "program", "Events of the program."),
        new("Program", "spacewalks", "spacewalks", "program__ids", "Spacewalks of the program."),
        new("Program", "launcherConfigurations", "launcher_configurations", "program", "Rocket types built for the program."),
    ];
}
