namespace FlightGraph.Schema.Flights;

internal static class FlightQueries
{
    public static ResourceDefinition SpacecraftFlights { get; } = new(
        "spacecraft_flights", "spacecraftFlight", "spacecraftFlights", "Flights of spacecraft, crewed or not")
    {
        { "spacecraft", "Spacecraft", "spacecraft", "Only flights of this spacecraft." },
    };

    public static ResourceDefinition Landings { get; } = new(
        "landings", "landing", "landings", "Landings of rocket stages, spacecraft and payloads, tried or given up, past or planned")
    {
        { "attempt", "attempt", "True keeps landings that were or will be tried, false those given up on purpose." },
        { "success", "success", "True keeps landings that worked, false those that failed; an open outcome matches neither." },
        { "type", "LandingType", "landing_type__ids", "Only landings of one of these kinds, such as by parachute." },
        { "landingLocation", "LandingLocation", "landing_location__ids", "Only landings meant for one of these zones, ships, seas or regions." },
        { "launcher", "Launcher", "launcher__ids", "Only landings of one of these boosters, each a single vehicle." },
        { "launcherSerialNumber", "launcher_serial_numbers", "Only landings of a booster with one of these builder's numbers, such as `B1058`." },
        { "launcherConfiguration", "LauncherConfiguration", "launcher_config__ids", "Only landings of boosters of one of these rocket designs." },
        { "firstStageLaunch", "Launch", "firststage_launch__ids", "Only landings of boosters that flew in one of these launches." },
        { "spacecraft", "Spacecraft", "spacecraft__ids", "Only landings of one of these spacecraft, each a single vehicle." },
        { "spacecraftConfiguration", "SpacecraftConfiguration", "spacecraft_config__ids", "Only landings of spacecraft of one of these designs." },
        { "spacecraftLaunch", "Launch", "spacecraft_launch__ids", "Only landings of spacecraft that one of these launches carried up." },
    };
}
