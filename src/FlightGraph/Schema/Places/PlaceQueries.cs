namespace FlightGraph.Schema.Places;

internal static class PlaceQueries
{
    public static ResourceDefinition Pads { get; } = new(
        "pads", "pad", "pads", "Launch pads, in use or closed")
    {
        { "id", "Pad", "id", "Only this pad or, with `contains`, those with these digits in LL2's own id." },
        { "name", "name", "Name within the location, such as `31/6`, or with `contains` a part of it; case counts." },
        { "location", "Location", "location__id", "Only pads at this place, such as a spaceport." },
        { "locationName", "location__name", "The place's name or, with `contains`, a part of it, such as `Cape`; case counts." },
        { "agency", "Agency", "agencies_ids", "Only pads that one of these agencies runs or launches from." },
        { "latitude", "latitude", "Degrees from -90 to 90, north positive, on the body that the pad stands on." },
        { "longitude", "longitude", "Degrees from -180 to 180, east positive, on the body that the pad stands on." },
        { "totalLaunchCount", "total_launch_count", "Launches from the pad so far, as counted by LL2." },
        { "orbitalLaunchAttemptCount", "orbital_launch_attempt_count", "Launches from the pad that aimed for orbit or beyond, as counted by LL2." },
    };

    public static ResourceDefinition Locations { get; } = new(
        "locations", "location", "locations", "Spaceports and other places with launch pads")
    {
        { "id", "Location", "id", "Only this place." },
        { "name", "name", "Name with region and country or, with `contains`, a part of it, such as `Cape`; case counts." },
        { "countryCode", "country_code", "Only places in this country, by its three-letter code of ISO 3166-1, such as `USA`." },
        { "totalLaunchCount", "total_launch_count", "Launches from all pads of the place so far, as counted by LL2." },
        { "totalLandingCount", "total_landing_count", "Landings at the place so far, as counted by LL2." },
    };

    public static ResourceDefinition CelestialBodies { get; } = new(
        "celestial_bodies", "celestialBody", "celestialBodies", "Planets, moons and other bodies that missions start from or go to");
}
