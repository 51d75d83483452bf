using FlightGraph.Schema.Edges;

namespace FlightGraph.Schema.Astronauts;

internal static class AstronautGathers
{
    public static IReadOnlyList<GatherDefinition> All { get; } =
    [
        new("Astronaut", "spacecraftFlights", "[SpacecraftFlight!]", ["flights.rocket.spacecraft_stage"],
            "Flights of all spacecraft that went up on the person's launches. `flights` has the launches, `landings` the flights that the person came down with."),
    ];
}
