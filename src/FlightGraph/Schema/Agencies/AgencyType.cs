namespace FlightGraph.Schema.Agencies;

internal static class AgencyType
{
    public static ObjectDefinition Definition { get; } = new(
        "Agency",
        "An organisation in spaceflight: a national space agency, a company that builds or launches rockets, an owner of stations.")
    {
        { "name", "String", "Full name, such as `National Aeronautics and Space Administration`." },
        { "abbrev", "String", "Short name, such as `NASA` or `SpX`; not unique." },
        { "type", "AgencyType", "Whether it is a government body, a company or something else." },
        { "featured", "Boolean", "True for the well-known organisations that LL2 puts first." },
        { "country", "[Country!]", "The countries it belongs to. A list in spite of its name: a multinational agency has one for each member." },
        { "description", "String", "A paragraph on what the organisation does." },
        { "administrator", "String", "Who leads it, with the office, as text: `Administrator: Jared Isaacman`." },
        { "founding_year", "Int", "The year in which it was founded, such as `1958`." },
        { "launchers", "String", "The rockets it is known for, as plain text: `Space Shuttle | SLS`. For objects see `launcherList`." },
        { "spacecraft", "String", "The spacecraft it is known for, as plain text: `Orion`. For objects see `spacecraftList`." },
        { "parent", "String", "Name of the organisation it is part of, as plain text; null when it stands alone." },
        { "image", "Image", "A picture that stands for the organisation." },
        { "logo", "Image", "Its logo, often wide, as used in headings." },
        { "social_logo", "Image", "Its logo in the form used for profile pictures on social media." },
        { "total_launch_count", "Int", "Launches it has carried out as launch provider, whatever the outcome, as counted by LL2." },
        { "consecutive_successful_launches", "Int", "Its present run of launches without a failure, as counted by LL2; 0 right after a failure." },
        { "successful_launches", "Int", "Launches it has carried out with success, as counted by LL2." },
        { "failed_launches", "Int", "Launches it has carried out that failed, as counted by LL2." },
        { "pending_launches", "Int", "Launches that it still has ahead of it, as counted by LL2." },
        { "consecutive_successful_landings", "Int", "Its present run of booster landings without a failure, as counted by LL2." },
        { "successful_landings", "Int", "Boosters (first stages) of its rockets that landed safely, as counted by LL2." },
        { "failed_landings", "Int", "Landings of its boosters that were tried and failed, as counted by LL2." },
        { "attempted_landings", "Int", "Landings of its boosters that were tried, as counted by LL2. Spacecraft and payloads are counted apart." },
        { "successful_landings_spacecraft", "Int", "Spacecraft of its launches that landed safely, as counted by LL2." },
        { "failed_landings_spacecraft", "Int", "Spacecraft of its launches that were lost on landing, as counted by LL2." },
        { "attempted_landings_spacecraft", "Int", "Landings tried by spacecraft of its launches, as counted by LL2." },
        { "successful_landings_payload", "Int", "Payloads of its launches, such as Moon landers, that landed safely, as counted by LL2." },
        { "failed_landings_payload", "Int", "Payloads of its launches that failed to land, as counted by LL2." },
        { "attempted_landings_payload", "Int", "Landings tried by payloads of its launches, as counted by LL2." },
        { "info_url", "URL", "Its own website." },
        { "wiki_url", "URL", "Its Wikipedia article." },
        { "social_media_links", "[SocialMediaLink!]", "Its accounts on social networks and its other pages." },
        { "launcher_list", "[LauncherConfiguration!]", "The rocket designs it makes." },
        { "spacecraft_list", "[SpacecraftConfiguration!]", "The spacecraft designs it makes or runs." },
    };
}
