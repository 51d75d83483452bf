namespace FlightGraph.Schema.Astronauts;

internal static class AstronautType
{
    public static ObjectDefinition Definition { get; } = new(
        "Astronaut",
        "Somebody who has flown in space or trains for it: astronaut, cosmonaut or passenger. A few are not human, such as a test dummy.")
    {
        { "name", "String", "Full name, such as `Valery Bykovsky`." },
        { "status", "AstronautStatus", "Whether the person is still flying, has retired or has died." },
        { "agency", "Agency", "The organisation the person flies for; null for private travellers and where LL2 names none." },
        { "image", "Image", "A portrait." },
        { "type", "AstronautType", "Who sent the person: a government, a company or nobody but themselves." },
        { "in_space", "Boolean", "True while the person is in space. True for a test dummy that never came back, too." },
        { "time_in_space", "Duration", "Time spent in space over all flights: `P20DT17H48M23S`. A flight that still lasts counts up to now." },
        { "eva_time", "Duration", "Time spent on spacewalks (extravehicular activity) over all flights; `P0D` if there were none." },
        { "age", "Int", "Age in years, today or at death." },
        { "date_of_birth", "Date", "Day of birth; null when LL2 does not know it." },
        { "date_of_death", "Date", "Day of death; null for the living." },
        { "nationality", "[Country!]", "The countries the person is a citizen of. A list of countries in spite of its name." },
        { "bio", "String", "Life and career, in a paragraph." },
        { "wiki", "URL", "The Wikipedia article on the person." },
        { "last_flight", "DateTime", "When the latest flight was launched, in UTC; null before the first." },
        { "first_flight", "DateTime", "When the first flight was launched, in UTC; null before it." },
        { "social_media_links", "[SocialMediaLink!]", "Accounts on social networks." },
        { "flights_count", "Int", "Launches the person was aboard for, as counted by LL2." },
        { "landings_count", "Int", "Landings the person was aboard for, as counted by LL2." },
        { "spacewalks_count", "Int", "Spacewalks the person took part in, as counted by LL2." },
        { "flights", "[Launch!]", "The launches that carried the person up. They are launches, not flights of spacecraft." },
        { "landings", "[SpacecraftFlight!]", "The spacecraft flights that brought the person down; not always the vehicle that went up." },
        { "spacewalks", "[Spacewalk!]", "The spacewalks the person took part in." },
    };
}
