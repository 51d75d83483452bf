using FlightGraph.Schema.Edges;

namespace FlightGraph.Schema.Launches;

internal static class LaunchGathers
{
    public static IReadOnlyList<GatherDefinition> All { get; } =
    [
        new("Launch", "flights", "[SpacecraftFlight!]", ["rocket.spacecraft_stage"],
            "Flights of the spacecraft that the rocket carried, crewed or not. The same as `rocket.spacecraftStage`."),
        new("Launch", "landings", "[Landing!]", ["rocket.launcher_stage.landing", "rocket.spacecraft_stage.landing", "rocket.payloads.landing"],
            "Landings of all that the launch sent up: boosters, spacecraft and payloads."),
    ];
}
