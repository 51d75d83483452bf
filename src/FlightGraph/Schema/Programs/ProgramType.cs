namespace FlightGraph.Schema.Programs;

internal static class ProgramType
{
    public static ObjectDefinition Definition { get; } = new(
        "Program",
        "A long effort that many launches belong to, such as `Apollo` or `Commercial Crew Program`.")
    {
        { "name", "String", "Name, such as `International Space Station`." },
        { "image", "Image", "A picture that stands for the program." },
        { "info_url", "URL", "A page about it by those who run it." },
        { "wiki_url", "URL", "Its Wikipedia article." },
        { "description", "String", "What it is about; from a sentence to several pages." },
        { "agencies", "[Agency!]", "The organisations that take part." },
        { "start_date", "DateTime", "When it began, in UTC; midnight where only the day is known." },
        { "end_date", "DateTime", "When it ended, in UTC; null while it runs." },
        { "mission_patches", "[MissionPatch!]", "The badges of the program." },
        { "type", "ProgramType", "What the program is for." },
    };
}
