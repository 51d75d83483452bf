namespace FlightGraph.Schema.Starship;

internal static class StarshipDashboardType
{
    public static ObjectDefinition Definition { get; } = new(
        "StarshipDashboard",
        "What goes on around SpaceX's Starship at present: vehicles, streams, closed roads, notices, and what is next.")
    {
        { "updates", "[Update!]", "News on the development, as short notes." },
        { "live_streams", "[LiveStream!]", "Cameras and streams that show the launch site." },
        { "road_closures", "[RoadClosure!]", "Times at which the road to the launch site is closed or may be." },
        { "notices", "[Notice!]", "Official warnings to aircraft and ships." },
        { "vehicles", "[Launcher!]", "Boosters: the first stages. The upper stages are `orbiters`." },
        { "orbiters", "[Spacecraft!]", "Ships: the upper stages, each a spacecraft of its own." },
        { "upcoming", "LaunchesAndEvents", "Launches and events to come." },
        { "previous", "LaunchesAndEvents", "Launches and events of the past." },
    };
}
