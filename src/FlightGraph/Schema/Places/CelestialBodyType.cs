namespace FlightGraph.Schema.Places;

internal static class CelestialBodyType
{
    public static ObjectDefinition Definition { get; } = new(
        "CelestialBody",
        "A planet, moon or other body in space that something has been launched from, landed on or sent into orbit around.")
    {
        { "name", "String", "English name, such as `Earth` or `Moon`." },
        { "type", "CelestialBodyType", "Whether it is a planet, a moon or something else." },
        { "diameter", "Float", "Diameter in metres: `3474800` for the Moon." },
        { "mass", "Float", "Mass in kilograms: `7.342e+22` for the Moon." },
        { "gravity", "Float", "Acceleration of free fall at the surface, in metres per second squared: `1.622` on the Moon." },
        { "length_of_day", "Duration", "How long it takes to turn once: `P1D` for Earth, `P27DT7H43M12S` for the Moon." },
        { "atmosphere", "Boolean", "True where there is air or another gas to speak of: Earth yes, Moon no." },
        { "image", "Image", "A picture of the body." },
        { "description", "String", "A sentence or two about the body." },
        { "wiki_url", "URL", "Its Wikipedia article." },
        { "total_attempted_launches", "Int", "Launches from its surface, whatever the outcome, as counted by LL2." },
        { "successful_launches", "Int", "Launches from its surface that succeeded, as counted by LL2." },
        { "failed_launches", "Int", "Launches from its surface that failed, as counted by LL2." },
        { "total_attempted_landings", "Int", "Landings on it that were tried, as counted by LL2." },
        { "successful_landings", "Int", "Landings on it that succeeded, as counted by LL2." },
        { "failed_landings", "Int", "Landings on it that failed, as counted by LL2." },
        { "locations", "[Location!]", "The launch and landing sites on it." },
    };
}
