namespace FlightGraph.Schema.Starship;

internal static class StarshipTopic
{
    public static Topic Topic { get; } = new(
        [
            StarshipDashboardType.Definition,
            LaunchesAndEventsType.Definition,
            LiveStreamType.Definition,
            RoadClosureType.Definition,
            NoticeType.Definition,
        ],
        [])
    {
        Singletons = [new("dashboard/starship", "starshipDashboard", "What goes on around SpaceX's Starship at present.")],
    };
}
