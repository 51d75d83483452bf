namespace FlightGraph.Schema.Spacecraft;

internal static class SpacecraftType
{
    public static ObjectDefinition Definition { get; } = new(
        "Spacecraft",
        "One spacecraft as a single built vehicle. Its design is the `spacecraftConfig`; each trip is one of its `flights`.")
    {
        { "name", "String", "What this vehicle is called; for many the same as the serial number." },
        { "serial_number", "String", "The builder's number for this vehicle, such as `Vostok-3KA No.7`; null when none is known." },
        { "is_placeholder", "Boolean", "True when this entry stands in for a vehicle that is not known yet, as for a flight far ahead." },
        { "image", "Image", "A picture of the vehicle, or of its design when there is none of the vehicle itself." },
        { "in_space", "Boolean", "Whether it is in space at present." },
        { "time_in_space", "Duration", "Time spent in space over all its flights together, such as `P4DT23H7M2S`." },
        { "time_docked", "Duration", "Time spent docked over all its flights together; `P0D` when it never docked." },
        { "flights_count", "Int", "How many flights it has made, as counted by LL2." },
        { "mission_ends_count", "Int", "How many of its flights have ended, as counted by LL2. One less than `flightsCount` while it is flying." },
        { "status", "SpacecraftStatus", "What has become of it, such as `Active` or `Single Use`." },
        { "description", "String", "What this vehicle did, in a few sentences. Null when there is none." },
        { "spacecraft_config", "SpacecraftConfiguration", "The design it was built to, with sizes and capacities." },
        { "fastest_turnaround", "Duration", "Shortest time from the end of one of its flights to its next launch; null when it has flown only once." },
        { "flights", "[SpacecraftFlight!]", "All its flights, each with launch and landing." },
    };
}
