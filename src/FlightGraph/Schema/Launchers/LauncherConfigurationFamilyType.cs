namespace FlightGraph.Schema.Launchers;

internal static class LauncherConfigurationFamilyType
{
    public static ObjectDefinition Definition { get; } = new(
        "LauncherConfigurationFamily",
        "LauncherConfigFamily",
        "A line of related rocket designs, such as `R-7` or `Falcon`. Families can lie inside one another.")
    {
        { "name", "String", "The family's name, such as `R-7`." },
        { "manufacturer", "[Agency!]", "The agencies and companies that build it. A list in spite of its name." },
        { "parent", "LauncherConfigurationFamily", "The wider family this one lies in; null when there is none." },
        { "description", "String", "What the family is, in a few sentences. Null when there is none." },
        { "active", "Boolean", "Whether any rocket of the family still flies." },
        { "maiden_flight", "Date", "Day of the first launch of any rocket of the family; null when none has flown." },
        { "total_launch_count", "Int", "How many launches the family has flown, as counted by LL2." },
        { "consecutive_successful_launches", "Int", "How many launches in a row have succeeded up to the latest one, as counted by LL2." },
        { "successful_launches", "Int", "How many of its launches succeeded, as counted by LL2." },
        { "failed_launches", "Int", "How many of its launches failed, wholly or in part, as counted by LL2." },
        { "pending_launches", "Int", "How many launches of the family are planned, as counted by LL2." },
        { "attempted_landings", "Int", "How many landings its stages have tried, as counted by LL2." },
        { "successful_landings", "Int", "How many of these landings worked, as counted by LL2." },
        { "failed_landings", "Int", "How many of these landings did not work, as counted by LL2." },
        { "consecutive_successful_landings", "Int", "How many landings in a row have worked up to the latest one, as counted by LL2." },
    };
}
