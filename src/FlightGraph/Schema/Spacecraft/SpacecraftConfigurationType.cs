namespace FlightGraph.Schema.Spacecraft;

internal static class SpacecraftConfigurationType
{
    public static ObjectDefinition Definition { get; } = new(
        "SpacecraftConfiguration",
        "SpacecraftConfig",
        "A design of spacecraft, such as `Soyuz MS` or `Cargo Dragon 2`. The vehicles built to it are of type `Spacecraft`.")
    {
        { "name", "String", "The design's name, such as `Soyuz MS`." },
        { "type", "SpacecraftConfigurationType", "What kind of vehicle it is, such as `Capsule`." },
        { "agency", "Agency", "The agency that built it or runs it." },
        { "family", "[SpacecraftConfigurationFamily!]", "The families it belongs to. A list in spite of its name; Cargo Dragon 2 has two." },
        { "in_use", "Boolean", "Whether the design still flies or is being prepared to; false for a retired one." },
        { "image", "Image", "A picture of the design." },
        { "capability", "String", "What it is meant for, as a short text, such as `ISS Logistics`." },
        { "history", "String", "How the design came about, as prose. Null when there is none." },
        { "details", "String", "How it is built and how it flies, as prose. Null when there is none." },
        { "maiden_flight", "Date", "Day of the first flight of this design; null when it has not flown." },
        { "height", "Float", "Length of the vehicle in metres, measured along its axis, whatever the name says." },
        { "diameter", "Float", "Greatest width in metres; for some winged vehicles, such as the X-37B, the wingspan." },
        { "human_rated", "Boolean", "Whether it is made to carry people." },
        { "crew_capacity", "Int", "How many people it can carry; null or 0 when it carries none." },
        { "payload_capacity", "Int", "Greatest mass it can take up, in kilograms; null when unknown." },
        { "payload_return_capacity", "Int", "Greatest mass it can bring back to the ground, in kilograms; null when unknown or when nothing comes back." },
        { "flight_life", "String", "How long one vehicle can stay in space, as free text, such as `210 days while docked`." },
        { "wiki_link", "URL", "Its article in Wikipedia." },
        { "info_link", "URL", "A page about it by its builder or operator." },
        { "spacecraft_flown", "Int", "How many single vehicles of this design have flown, as counted by LL2. A vehicle that flew twice counts once." },
        { "total_launch_count", "Int", "How many launches have carried a vehicle of this design, as counted by LL2." },
        { "successful_launches", "Int", "How many of these launches succeeded, as counted by LL2." },
        { "failed_launches", "Int", "How many of these launches failed, wholly or in part, as counted by LL2." },
        { "attempted_landings", "Int", "How many landings vehicles of this design have tried, as counted by LL2." },
        { "successful_landings", "Int", "How many of these landings worked, as counted by LL2." },
        { "failed_landings", "Int", "How many of these landings did not work, as counted by LL2." },
        { "fastest_turnaround", "Duration", "Shortest time from a flight's end to the same vehicle's next launch; null when none flew twice." },
    };
}
