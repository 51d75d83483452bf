namespace FlightGraph.Schema.Astronauts;

internal static class AstronautQueries
{
    public static ResourceDefinition Astronauts { get; } = new(
        "astronauts", "astronaut", "astronauts", "People who have flown in space or train for it")
    {
        { "status", "AstronautStatus", "status_ids", "Only people whose career stands at one of these points, such as active or retired." },
        { "type", "AstronautType", "type__id", "Only people of this kind, such as those whom a government sends." },
        { "agency", "Agency", "agency_ids", "Only people who fly for one of these agencies." },
        { "nationality", "nationality", "Only people of this nationality, by its English adjective, such as `American` or `French`." },
        { "isHuman", "is_human", "True keeps people, false what is not human, such as a test dummy." },
        { "hasFlown", "has_flown", "True keeps those who have flown in space, false those who have not." },
        { "inSpace", "in_space", "True keeps those in space now, a test dummy included; add `isHuman` to have people alone." },
        { "age", "age", "Age in whole years, today or at death." },
        { "dateOfBirth", "date_of_birth", "Day of birth, such as `1934-08-02`." },
        { "dateOfDeath", "date_of_death", "Day of death, such as `2019-03-27`; the living match nothing." },
        { "firstFlight", "first_flight", "When the first flight was launched, in UTC; those who have not flown match nothing." },
        { "lastFlight", "last_flight", "When the latest flight was launched, in UTC; those who have not flown match nothing." },
        { "flightsCount", "flights_count", "Launches the person was aboard for, as counted by LL2." },
        { "landingsCount", "landings_count", "Landings the person was aboard for, as counted by LL2." },
    };
}
