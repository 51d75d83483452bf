namespace FlightGraph.Schema.Agencies;

internal static class AgencyTopic
{
    public static Topic Topic { get; } = new(
        [
            AgencyType.Definition,
            SocialMediaType.Definition,
            SocialMediaLinkType.Definition,
            CountryType.Definition,
        ],
        [AgencyQueries.Agencies])
    {
        Edges = AgencyEdges.All,
    };
}
