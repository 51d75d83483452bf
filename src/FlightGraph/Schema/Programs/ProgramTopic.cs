namespace FlightGraph.Schema.Programs;

internal static class ProgramTopic
{
    public static Topic Topic { get; } = new(
        [ProgramType.Definition],
        [ProgramQueries.Programs])
    {
        Edges = ProgramEdges.All,
    };
}
