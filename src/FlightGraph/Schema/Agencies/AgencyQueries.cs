namespace FlightGraph.Schema.Agencies;

internal static class AgencyQueries
{
    public static ResourceDefinition Agencies { get; } = new(
        "agencies", "agency", "agencies", "Space agencies, rocket builders, launch providers and other organisations");
}
