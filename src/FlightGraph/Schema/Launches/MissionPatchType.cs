namespace FlightGraph.Schema.Launches;

internal static class MissionPatchType
{
    public static ObjectDefinition Definition { get; } = new(
        "MissionPatch",
        "An emblem made for a launch, an expedition or a program, as sewn on suits and printed on stickers.")
    {
        { "name", "String", "A title for it, mostly the name of its launch or expedition." },
        { "priority", "Int", "Its rank among the patches of one mission, for choosing which to show." },
        { "image_url", "URL", "The picture itself." },
        { "agency", "Agency", "The agency it was made for or by; null when unknown." },
        { "launches", "[Launch!]", "The launches that carry it." },
        { "expeditions", "[Expedition!]", "The expeditions to a station that carry it." },
        { "program", "[Program!]", "The programs that carry it. A list in spite of its name." },
    };
}
