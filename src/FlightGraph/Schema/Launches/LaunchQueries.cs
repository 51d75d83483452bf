namespace FlightGraph.Schema.Launches;

internal static class LaunchQueries
{
    public static ResourceDefinition Launches { get; } = new(
        "launches", "launch", "launches", "Launches of rockets, past and planned",
        [
            new("slug", "slug", "The name for web addresses, such as `vostok-k-vostok-5`."),
            new("designator", "launch_designator", "The international (COSPAR) designator, such as `1963-020`."),
        ])
    {
        { "id", "Launch", "id", "Only these launches." },
        { "name", "name", "Only launches of exactly this name, such as `Vostok-K | Vostok 5`; for a part of it use `search`." },
        { "slug", "slug", "Only launches with this name for web addresses, such as `vostok-k-vostok-5`." },
        { "launchDesignator", "launch_designator", "Only launches with one of these international (COSPAR) designators, such as `1963-020`." },
        { "status", "LaunchStatus", "status", "status__ids", "Only launches that have come this far, such as go for launch or successful." },
        { "net", "net", "When the launch lifts off, in UTC; for a coming one the earliest time planned." },
        { "windowStart", "window_start", "Earliest planned liftoff, in UTC." },
        { "windowEnd", "window_end", "Latest planned liftoff, in UTC." },
        { "year", "year", "Only launches in one of these calendar years, such as `1963`." },
        { "month", "month", "Only launches in one of these months of any year, 1 for January to 12." },
        { "day", "day", "Only launches on one of these days of any month, 1 to 31." },
        { "hideRecentPrevious", "hide_recent_previous", "True drops launches of the past 24 hours, kept otherwise; for `window: UPCOMING` alone." },
        { "includeSuborbital", "include_suborbital", "False leaves out suborbital launches, which are kept otherwise." },
        { "isCrewed", "is_crewed", "True keeps launches with people aboard, false those without." },
        { "launchServiceProvider", "Agency", "lsp__id", "Only launches that one of these agencies carries out." },
        { "launchServiceProviderName", "lsp__name", "Only launches by a provider of one of these names, written in full, such as `SpaceX`." },
        { "relatedAgency", "Agency", "related_lsp__id", "Only launches whose provider is one of these agencies or tied to one." },
        { "relatedAgencyName", "related_lsp__name", "Like `relatedAgency`, by names written in full, such as `SpaceX`." },
        { "pad", "Pad", "pad", "Only launches from this pad." },
        { "location", "Location", "pad__location", "location__ids", "Only launches from pads at this place, such as a spaceport." },
        { "locationCelestialBody", "CelestialBody", "pad__location__celestial_body__id", "Only launches from the surface of this body." },
        { "orbitName", "mission__orbit__name", "Kind of orbit aimed for, such as `Low Earth Orbit`; `contains` takes a part of it in any case." },
        { "orbitCelestialBody", "CelestialBody", "mission__orbit__celestial_body__id", "Only launches into an orbit around this body." },
        { "launcherConfiguration", "LauncherConfiguration", "rocket__configuration__id", "launcher_config__id", "Only launches of this rocket design." },
        { "launcherConfigurationName", "rocket__configuration__name", "Only rockets of exactly this name, without variant: `Falcon 9`." },
        { "launcherConfigurationFullName", "rocket__configuration__full_name", "The rocket's name; `contains` takes a part in any case: `block 5`." },
        { "manufacturerName", "rocket__configuration__manufacturer__name", "The rocket's builder; `contains` takes a part in any case: `space`." },
        { "launcherSerialNumber", "serial_number", "Only launches that flew a booster with one of these builder's numbers, such as `B1058`." },
        { "spacecraft", "Spacecraft", "rocket__spacecraftflight__spacecraft__id", "Only launches that carried this spacecraft, a single vehicle." },
        { "spacecraftName", "rocket__spacecraftflight__spacecraft__name", "A spacecraft aboard; `contains` takes a part in any case: `crew`." },
        { "spacecraftConfiguration", "SpacecraftConfiguration", "spacecraft_config__ids", "Only launches with a spacecraft of one of these designs." },
        { "program", "Program", "program", "Only launches that belong to one of these programs." },
        { "videoUrl", "video_url", "Only launches with a webcast or recording at one of these addresses, each as in `vidUrls`." },
        { "lastUpdated", "last_updated", "When LL2 last changed the launch's entry, in UTC." },
        { "orbitalLaunchAttemptCount", "orbital_launch_attempt_count", "Number among all tries to reach orbit ever, from 1, as counted by LL2." },
        { "orbitalLaunchAttemptCountYear", "orbital_launch_attempt_count_year", "Number among the year's tries to reach orbit, as counted by LL2." },
        { "agencyLaunchAttemptCount", "agency_launch_attempt_count", "Number among all launches of its provider, from 1, as counted by LL2." },
        { "agencyLaunchAttemptCountYear", "agency_launch_attempt_count_year", "Number among its provider's launches that year, as counted by LL2." },
        { "locationLaunchAttemptCount", "location_launch_attempt_count", "Number among all launches from its location, from 1, as counted by LL2." },
        { "locationLaunchAttemptCountYear", "location_launch_attempt_count_year", "Number among its location's launches that year, as counted by LL2." },
        { "padLaunchAttemptCount", "pad_launch_attempt_count", "Number among all launches from its pad, from 1, as counted by LL2." },
        { "padLaunchAttemptCountYear", "pad_launch_attempt_count_year", "Number among its pad's launches that year, as counted by LL2." },
    };

    public static ResourceDefinition MissionPatches { get; } = new(
        "mission_patches", "missionPatch", "missionPatches", "Emblems of launches, expeditions and programs")
    {
        { "id", "MissionPatch", "id", "ids", "Only this patch, or these." },
        { "name", "name", "The patch's title or, with `contains`, a part of it, such as `Crew`; case counts." },
        { "agency", "Agency", "agency__id", "Only patches made for or by this agency." },
        { "agencyName", "agency__name", "The agency's full name or, with `contains`, a part of it, such as `Space`; case counts." },
    };

    public static ResourceDefinition Updates { get; } = new(
        "updates", "update", "updates", "Short news by LL2's editors about launches and events")
    {
        { "createdOn", "created_on", "Only news posted at this very moment, in UTC." },
        { "launch", "Launch", "launch", "Only news about this launch." },
        { "launchServiceProvider", "Agency", "launch__launch_service_provider", "Only news about launches that this agency carries out." },
        { "program", "Program", "program", "Only news about this program." },
    };
}
