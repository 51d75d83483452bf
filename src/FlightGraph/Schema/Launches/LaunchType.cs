namespace FlightGraph.Schema.Launches;

internal static class LaunchType
{
    public static ObjectDefinition Definition { get; } = new(
        "Launch",
        "One launch, past or planned: which rocket, from which pad, for whom, when, and how it ended.")
    {
        { "name", "String", "Rocket and mission, parted by a bar, such as `Vostok-K | Vostok 5`." },
        { "slug", "String", "The name in a form fit for web addresses, such as `vostok-k-vostok-5`." },
        { "launch_designator", "String", "The international (COSPAR) designator, year and number, such as `1963-020`; null when none was given." },
        { "status", "LaunchStatus", "Where it stands: date not settled, go for launch, in flight, success, failure." },
        { "last_updated", "DateTime", "When LL2 last changed this entry, in UTC." },
        { "net", "DateTime", "Liftoff in UTC. For a coming launch the earliest time planned (no earlier than), often a stand-in: see `netPrecision`." },
        { "net_precision", "NetPrecision", "How exact `net` is, such as to the minute, the day or the month; null for many old launches." },
        { "window_end", "DateTime", "Latest planned liftoff, in UTC. Equal to `windowStart` when there is one possible moment only." },
        { "window_start", "DateTime", "Earliest planned liftoff, in UTC." },
        { "image", "Image", "A picture of this launch, or of its rocket when there is none of the launch itself." },
        { "infographic", "URL", "A drawing that sums up the launch; null for most." },
        { "probability", "Int", "Chance of fit weather in per cent, 0 to 100; null when there is no forecast." },
        { "weather_concerns", "String", "What in the weather could hold it up, such as `Cumulus Cloud Rule`; null when nothing is known." },
        { "failreason", "String", "Why the launch failed; null when it did not or when nobody knows." },
        { "hashtag", "String", "The tag under which people write about the launch on social media; null when there is none." },
        { "launch_service_provider", "Agency", "Who carries out the launch, such as SpaceX. Not the customer: see the agencies of the `mission`." },
        { "rocket", "Rocket", "The rocket as put together for this launch: its design, its stages and what it carries." },
        { "mission", "Mission", "What the launch is for; null when that is not known." },
        { "pad", "Pad", "Where it lifts off; null when that is not known." },
        { "webcast_live", "Boolean", "Whether a webcast of it is on the air at present." },
        { "program", "[Program!]", "The programs it belongs to, such as Artemis. A list in spite of its name." },
        { "orbital_launch_attempt_count", "Int", "Its number among all tries to reach orbit ever, as counted by LL2, from 1." },
        { "location_launch_attempt_count", "Int", "Its number among all launches from its location, as counted by LL2, from 1." },
        { "pad_launch_attempt_count", "Int", "Its number among all launches from its pad, as counted by LL2, from 1." },
        { "agency_launch_attempt_count", "Int", "Its number among all launches of its provider, as counted by LL2, from 1." },
        { "orbital_launch_attempt_count_year", "Int", "Its number among all tries to reach orbit in that year, as counted by LL2, from 1." },
        { "location_launch_attempt_count_year", "Int", "Its number among the launches from its location in that year, as counted by LL2, from 1." },
        { "pad_launch_attempt_count_year", "Int", "Its number among the launches from its pad in that year, as counted by LL2, from 1." },
        { "agency_launch_attempt_count_year", "Int", "Its number among the launches of its provider in that year, as counted by LL2, from 1." },
        { "flightclub_url", "URL", "A simulation of its path at Flight Club; null when there is none." },
        { "updates", "[Update!]", "Short news about this launch, such as a new date or a result, each with author and time." },
        { "info_urls", "[InfoUrl!]", "Pages to read about it: press kits, articles, statements." },
        { "vid_urls", "[VidUrl!]", "Webcasts and recordings of it." },
        { "timeline", "[TimelineEvent!]", "Steps before and after liftoff, such as stage separation, with their times. Often empty." },
        { "pad_turnaround", "Duration", "Time since the launch before it from the same pad; `P0D` when it is the first from there." },
        { "mission_patches", "[MissionPatch!]", "Emblems made for it." },
    };
}
