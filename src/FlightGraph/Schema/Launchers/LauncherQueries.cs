using FlightGraph.Schema.Filters;

namespace FlightGraph.Schema.Launchers;

internal static class LauncherQueries
{
    public static ResourceDefinition Launchers { get; } = new(
        "launchers", "launcher", "launchers", "Boosters and first stages as single built vehicles, mostly reusable ones")
    {
        { "id", "Launcher", "id", "Only this booster or, with `contains`, those with these digits in LL2's own id." },
        { "serialNumber", "serial_number", "The builder's number, such as `B1058`, or with `contains` a part of it; case counts." },
        { "status", "LauncherStatus", "status", "Only boosters in this state, such as active or expended." },
        { "launcherConfiguration", "LauncherConfiguration", "launcher_config__ids", "Only boosters that belong to one of these rocket designs." },
        { "manufacturerName", "launcher_config__manufacturer__name", "The rocket's builder, such as `SpaceX`, whole or in part; case counts." },
        { "flightProven", "flight_proven", "True keeps boosters that have flown, false those that have not." },
        { "isPlaceholder", "is_placeholder", "True keeps entries that stand in for a booster not known yet, false real ones." },
        { "flights", "flights", "How many launches the booster has flown in, as counted by LL2." },
        { "attemptedLandings", "attempted_landings", "Landings the booster has tried, as counted by LL2." },
        { "successfulLandings", "successful_landings", "Landings of the booster that worked, as counted by LL2." },
        { "firstLaunchDate", "first_launch_date", "Only boosters first launched at this very moment, in UTC." },
        { "lastLaunchDate", "last_launch_date", "Only boosters last launched at this very moment, in UTC." },
    };

    public static ResourceDefinition LauncherConfigurations { get; } = new ResourceDefinition(
        "launcher_configurations", "launcherConfiguration", "launcherConfigurations", "Designs of rockets, in use, retired or to come")
    {
        { "name", "name", "Name without the variant, such as `Falcon 9`, or with `contains` a part of it; case counts." },
        { "fullName", "full_name", "Name with the variant, such as `Falcon 9 Block 5`, or a part of it; case counts." },
        { "family", "LauncherConfigurationFamily", "families", "Only designs that belong to one of these families; `contains` asks the same." },
        { "manufacturerName", "manufacturer__name", "The builder, such as `SpaceX`, or with `contains` a part of the name; case counts." },
        { "program", "Program", "program", "Only designs that belong to one of these programs; `contains` asks the same." },
        { "active", "active", "True keeps rockets that fly or are being prepared to, false retired ones." },
        { "isPlaceholder", "is_placeholder", "True keeps entries that stand in for a rocket not known yet, false real ones." },
        { "maidenFlight", "maiden_flight", "Day of the design's first launch, such as `2018-05-11`; those that have not flown match nothing." },
    }.WithLaunchRecord();

    public static ResourceDefinition LauncherConfigurationFamilies { get; } = new ResourceDefinition(
        "launcher_configuration_families", "launcherConfigurationFamily", "launcherConfigurationFamilies", "Families of rocket designs")
    {
        { "name", "name", "The family's name, such as `R-7`, or with `contains` a part of it; case counts." },
        { "manufacturer", "Agency", "manufacturer__id", "Only families that this agency builds; `contains` looks for digits within LL2's own ids." },
        { "manufacturerName", "manufacturer__name", "A builder's name, such as `SpaceX`, or with `contains` a part of it; case counts." },
        { "manufacturerAbbrev", "manufacturer__abbrev", "A builder's short name, such as `SpX`, or with `contains` a part of it; case counts." },
        { "manufacturerCountryCode", "manufacturer__country_code", "Only families with a builder from this country, by a code such as `USA`." },
        { "maidenFlight", "maiden_flight", "Day of the family's first launch, such as `1957-05-15`; those that have not flown match nothing." },
    }.WithLaunchRecord();
}
