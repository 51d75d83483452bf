namespace FlightGraph.Schema.Launches;

internal static class RocketType
{
    public static ObjectDefinition Definition { get; } = new(
        "Rocket",
        "The rocket as put together for one launch. It has its own id; the design it was built to is its `configuration`.")
    {
        { "configuration", "LauncherConfiguration", "The design of the rocket, such as Falcon 9 Block 5." },
        { "launcher_stage", "[FirstStage!]", "Its boosters and first stages, three for a Falcon Heavy. Empty when LL2 does not track them." },
        { "spacecraft_stage", "[SpacecraftFlight!]", "The spacecraft it carries, each as a flight. A list in spite of its name; often empty." },
        { "payloads", "[PayloadFlight!]", "Satellites, probes and other cargo it carries. Often empty for want of data." },
    };
}
