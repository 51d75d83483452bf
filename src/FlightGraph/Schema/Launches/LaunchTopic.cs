namespace FlightGraph.Schema.Launches;

internal static class LaunchTopic
{
    public static Topic Topic { get; } = new(
        [
            LaunchType.Definition,
            RocketType.Definition,
            FirstStageType.Definition,
            MissionType.Definition,
            OrbitType.Definition,
            TimelineEventType.Definition,
            MissionPatchType.Definition,
            UpdateType.Definition,
        ],
        [LaunchQueries.Launches, LaunchQueries.MissionPatches, LaunchQueries.Updates])
    {
        Edges = LaunchEdges.All,
        Gathers = LaunchGathers.All,
    };
}
