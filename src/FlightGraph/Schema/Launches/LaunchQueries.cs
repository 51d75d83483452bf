namespace FlightGraph.Schema.Launches;

internal static class LaunchQueries
{
    public static ResourceDefinition Launches { get; } = new(
        "launches", "launch", "launches", "Launches of rockets, past and planned");

    public static ResourceDefinition MissionPatches { get; } = new(
        "mission_patches", "missionPatch", "missionPatches", "Emblems of launches, expeditions and programs");

    public static ResourceDefinition Updates { get; } = new(
        "updates", "update", "updates", "Short news by LL2's editors about launches and events");
}
