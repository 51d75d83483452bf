namespace FlightGraph.Schema.Programs;

internal static class ProgramQueries
{
    public static ResourceDefinition Programs { get; } = new(
        "programs", "program", "programs", "Long efforts that launches and events belong to");
}
