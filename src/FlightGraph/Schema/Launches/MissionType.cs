namespace FlightGraph.Schema.Launches;

internal static class MissionType
{
    public static ObjectDefinition Definition { get; } = new(
        "Mission",
        "What a launch is for: its purpose, its orbit and who wants it.")
    {
        { "name", "String", "The mission's name, such as `Vostok 5`." },
        { "type", "String", "Its purpose, as plain text, such as `Human Exploration` or `Test Flight`." },
        { "description", "String", "What is to be done, in a few sentences." },
        { "image", "Image", "A picture or emblem of the mission; null when there is none." },
        { "orbit", "Orbit", "The kind of orbit the rocket aims for; null when unknown." },
        { "agencies", "[Agency!]", "Whose mission it is: customers and operators, not the launch provider." },
        { "info_urls", "[InfoUrl!]", "Pages to read about the mission." },
        { "vid_urls", "[VidUrl!]", "Films about the mission." },
    };
}
