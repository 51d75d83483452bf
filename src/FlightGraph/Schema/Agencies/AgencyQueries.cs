using FlightGraph.Schema.Filters;

namespace FlightGraph.Schema.Agencies;

internal static class AgencyQueries
{
    public static ResourceDefinition Agencies { get; } = new ResourceDefinition(
        "agencies", "agency", "agencies", "Space agencies, rocket builders, launch providers and other organisations")
    {
        { "id", "Agency", "id", "Only this agency." },
        { "name", "name", "Full name or, with `contains`, a part of it, such as `Space`; case counts." },
        { "abbrev", "abbrev", "Short name, such as `NASA`, or with `contains` a part of it; case counts." },
        { "description", "description", "The describing paragraph or, with `contains`, words in it; case counts." },
        { "type", "AgencyType", "type__id", "Only agencies of this kind, such as government bodies or companies." },
        { "parent", "Agency", "parent__id", "Only agencies that are part of this one." },
        { "countryCode", "country_code", "Only agencies of one of these countries, by three-letter code of ISO 3166-1, such as `USA`." },
        { "featured", "featured", "True keeps the well-known agencies that LL2 puts first, false the rest." },
        { "foundingYear", "founding_year", "The year of founding, such as `1958`; agencies without a known year match nothing." },
        { "hasSpacecraft", "spacecraft", "True keeps agencies that make or run a design of spacecraft." },
    }.WithLaunchRecord();
}
