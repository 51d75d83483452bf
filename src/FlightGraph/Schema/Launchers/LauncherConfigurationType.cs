namespace FlightGraph.Schema.Launchers;

internal static class LauncherConfigurationType
{
    public static ObjectDefinition Definition { get; } = new(
        "LauncherConfiguration",
        "LauncherConfig",
        "A design of rocket in one variant, such as Falcon 9 Block 5. Sizes, capacities and statistics are those of the variant.")
    {
        { "name", "String", "The design without its variant, such as `Falcon 9`." },
        { "families", "[LauncherConfigurationFamily!]", "The families it belongs to, such as `R-7` for the Vostok rocket." },
        { "full_name", "String", "The design with its variant, such as `Falcon 9 Block 5`." },
        { "variant", "String", "Which variant of the design, such as `Block 5`; null when there is one only." },
        { "active", "Boolean", "Whether the rocket still flies or is being prepared to; false for a retired one." },
        { "is_placeholder", "Boolean", "True when this entry stands in for a rocket that is not known yet." },
        { "manufacturer", "Agency", "The agency or company that builds it; null when unknown." },
        { "program", "[Program!]", "The programs it belongs to. A list in spite of its name." },
        { "reusable", "Boolean", "Whether at least a part of it is made to fly again." },
        { "image", "Image", "A picture of the rocket." },
        { "info_url", "URL", "A page about it by its builder or operator." },
        { "wiki_url", "URL", "Its article in Wikipedia." },
        { "description", "String", "What the rocket is, in a few sentences. Null when there is none." },
        { "alias", "String", "Another name it goes by; null when there is none." },
        { "min_stage", "Int", "Fewest stages it flies with; null when unknown." },
        { "max_stage", "Int", "Most stages it flies with; null when unknown." },
        { "length", "Float", "Length from end to end, in metres; null when unknown." },
        { "diameter", "Float", "Greatest diameter, in metres; null when unknown." },
        { "maiden_flight", "Date", "Day of the first launch; null when it has not flown." },
        { "launch_cost", "Long", "Price of one launch in US dollars, such as `52000000`; null when unknown." },
        { "launch_mass", "Float", "Mass at liftoff in tonnes, not kilograms; null when unknown." },
        { "leo_capacity", "Float", "Mass it can take to low Earth orbit, in kilograms; null when unknown." },
        { "gto_capacity", "Float", "Mass it can take to geostationary transfer orbit, in kilograms; null when unknown or out of reach." },
        { "geo_capacity", "Float", "Mass it can take straight to geostationary orbit, in kilograms; null when unknown or out of reach." },
        { "sso_capacity", "Float", "Mass it can take to a sun-synchronous orbit, in kilograms; null when unknown." },
        { "to_thrust", "Float", "Thrust at liftoff in kilonewtons (`to` is for take-off); null when unknown." },
        { "apogee", "Float", "Greatest height it reaches, in kilometres. Meant for suborbital rockets only; null for others." },
        { "total_launch_count", "Int", "How many times this variant has been launched, as counted by LL2." },
        { "consecutive_successful_launches", "Int", "How many launches in a row have succeeded up to the latest one, as counted by LL2." },
        { "successful_launches", "Int", "How many of its launches succeeded, as counted by LL2." },
        { "failed_launches", "Int", "How many of its launches failed, wholly or in part, as counted by LL2." },
        { "pending_launches", "Int", "How many launches of it are planned, as counted by LL2." },
        { "attempted_landings", "Int", "How many landings its stages have tried, as counted by LL2." },
        { "successful_landings", "Int", "How many of these landings worked, as counted by LL2." },
        { "failed_landings", "Int", "How many of these landings did not work, as counted by LL2." },
        { "consecutive_successful_landings", "Int", "How many landings in a row have worked up to the latest one, as counted by LL2." },
        { "fastest_turnaround", "Duration", "Shortest time between two launches of this design, by whatever vehicle; null before the second." },
    };
}
