namespace FlightGraph.Schema.Stations;

internal static class ExpeditionType
{
    public static ObjectDefinition Definition { get; } = new(
        "Expedition",
        "One crew's stay on a station, from taking over to handing over, such as `Expedition 74`.")
    {
        { "name", "String", "Name with number: `Expedition 74`, `Shenzhou 23`." },
        { "start", "DateTime", "When the crew took over, in UTC." },
        { "end", "DateTime", "When the crew handed over or left, in UTC; null while the expedition lasts." },
        { "spacestation", "SpaceStation", "The station they live on." },
        { "mission_patches", "[MissionPatch!]", "The badges made for the expedition." },
        { "spacewalks", "[Spacewalk!]", "The spacewalks made in its course." },
        { "crew", "[AstronautFlight!]", "Who belongs to it, each with a role." },
    };
}
