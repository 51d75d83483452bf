namespace FlightGraph.Schema.Launchers;

internal static class LauncherType
{
    public static ObjectDefinition Definition { get; } = new(
        "Launcher",
        "One booster or first stage as a single built vehicle, such as the Falcon 9 booster `B1058`. What it did in one launch is a `FirstStage`.")
    {
        { "flight_proven", "Boolean", "Whether it has flown at least once." },
        { "serial_number", "String", "The builder's number for it, such as `B1058`; null when unknown." },
        { "is_placeholder", "Boolean", "True when this entry stands in for a vehicle that is not known yet, as for a launch far ahead." },
        { "status", "LauncherStatus", "What has become of it, whether it is in service, retired or lost; null when unknown." },
        { "image", "Image", "A picture of the vehicle; null when there is none." },
        { "details", "String", "What there is to say about this vehicle, as prose. Null when there is none." },
        { "successful_landings", "Int", "How many of its landings worked, as counted by LL2." },
        { "attempted_landings", "Int", "How many landings it has tried, as counted by LL2." },
        { "flights", "Int", "How many launches it has flown in, as counted by LL2. A number in spite of its name, not a list." },
        { "last_launch_date", "DateTime", "When it was last launched, in UTC; null when it has not flown." },
        { "first_launch_date", "DateTime", "When it was first launched, in UTC; null when it has not flown." },
        { "fastest_turnaround", "Duration", "Shortest time from one of its launches to the next; null when it has not flown twice." },
        { "launcher_config", "LauncherConfiguration", "The design of the rocket it belongs to, such as Falcon 9 Block 5." },
    };
}
