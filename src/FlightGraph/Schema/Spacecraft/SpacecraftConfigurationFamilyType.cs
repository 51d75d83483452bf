namespace FlightGraph.Schema.Spacecraft;

internal static class SpacecraftConfigurationFamilyType
{
    public static ObjectDefinition Definition { get; } = new(
        "SpacecraftConfigurationFamily",
        "SpacecraftConfigFamily",
        "A line of related spacecraft designs, such as `Soyuz` or `Dragon`. Families can lie inside one another.")
    {
        { "name", "String", "The family's name, such as `Soyuz`." },
        { "description", "String", "What the family is, in a few sentences. Null when there is none." },
        { "manufacturer", "Agency", "The agency or company that builds the family; null when unknown." },
        { "parent", "SpacecraftConfigurationFamily", "The wider family this one lies in, such as `Dragon` for `Dragon 2`; null when there is none." },
        { "maiden_flight", "Date", "Day of the first flight of any design in the family; null when none has flown." },
        { "spacecraft_flown", "Int", "How many single vehicles of the family have flown, as counted by LL2." },
        { "total_launch_count", "Int", "How many launches have carried a vehicle of the family, as counted by LL2." },
        { "successful_launches", "Int", "How many of these launches succeeded, as counted by LL2." },
        { "failed_launches", "Int", "How many of these launches failed, wholly or in part, as counted by LL2." },
        { "attempted_landings", "Int", "How many landings vehicles of the family have tried, as counted by LL2." },
        { "successful_landings", "Int", "How many of these landings worked, as counted by LL2." },
        { "failed_landings", "Int", "How many of these landings did not work, as counted by LL2." },
        { "spacecraft", "[SpacecraftConfiguration!]", "The designs in the family. In spite of the name these are designs, not single vehicles." },
    };
}
