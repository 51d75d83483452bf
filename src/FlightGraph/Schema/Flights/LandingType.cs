namespace FlightGraph.Schema.Flights;

internal static class LandingType
{
    public static ObjectDefinition Definition { get; } = new(
        "Landing",
        "A landing of a rocket stage, a spacecraft or a payload: one of `firststage`, `spacecraftflight`, `payloadflight` says whose.")
    {
        { "attempt", "Boolean", "Whether a landing was or will be tried; false when the vehicle was given up on purpose." },
        { "success", "Boolean", "Whether it worked; null before the landing, when none was tried or when the outcome is unknown." },
        { "description", "String", "What happened or is planned, in a sentence or two. Null when there is none." },
        { "downrange_distance", "Float", "How far from the launch pad the vehicle came down, in kilometres along the ground; null when unknown." },
        { "landing_location", "LandingLocation", "The zone, ship, sea or region meant for the landing." },
        { "type", "LandingType", "How it came down, such as `Parachute Landing`." },
        { "firststage", "FirstStage", "The rocket stage that landed; null when something else did." },
        { "spacecraftflight", "SpacecraftFlight", "The flight of a spacecraft that this landing ended; null when something else landed." },
        { "payloadflight", "PayloadFlight", "The flight of a payload, such as a Moon lander, that this landing ended; null when something else landed." },
    };
}
