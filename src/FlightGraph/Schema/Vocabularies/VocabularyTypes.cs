namespace FlightGraph.Schema.Vocabularies;

/// <summary>
/// The upstream's word lists. They grow without notice, so they are objects with an id and a name, not enums.
/// </summary>
internal static class VocabularyTypes
{
    public static IReadOnlyList<ObjectDefinition> All { get; } =
    [
        Named("AgencyType", "What kind of organisation an agency is, such as `Government`, `Commercial` or `Multinational`."),
        new("AstronautRole", "What somebody does in a crew, such as `Commander` or `Pilot`.")
        {
            { "role", "String", "The role's name." },
            { "priority", "Int", "The role's rank when a crew is listed; 1 comes first." },
        },
        Named("AstronautStatus", "Where somebody stands in a career in space, such as `Active`, `Retired` or `Deceased`."),
        Named("AstronautType", "On whose behalf somebody flies, such as `Government` or `Private`."),
        Named("CelestialBodyType", "What kind of body in space something is, such as `Planet` or `Moon`."),
        Named("EventType", "What kind of thing happens, such as `Docking` or `Spacecraft Landing`."),
        Named("FirstStageType", "Which part of a rocket a booster is in one launch, such as `Core` or `Strap-On Booster`."),
        Named("ImageVariantType", "What a version of a picture is for, such as `transparent for dark background`."),
        Named("InfoUrlType", "InfoURLType", "What kind of page a link leads to, such as `Official Page`."),
        Described("LandingType", "How something comes down, such as `Parachute Landing` (`PCL`)."),
        new("Language", "A language that a page is written in or a video is spoken in, such as `English`.")
        {
            { "name", "String", "The language's English name." },
            { "code", "String", "Two-letter code of ISO 639-1, such as `en`." },
        },
        Described(
            "LaunchStatus",
            "How far a launch has come, such as `To Be Determined` (`TBD`, the date is a guess) or `Launch Successful` (`Success`)."),
        Named("LauncherStatus", "What has become of a single booster, such as `active` or `expended`."),
        Named("MissionType", "What a mission is for, such as `Resupply` or `Human Exploration`."),
        Described("NetPrecision", "How exact a date and time is, from `Second` (`SEC`) to a whole year."),
        Named("NoticeType", "What kind of warning to aircraft or ships a notice is, such as a closed airspace or sea area."),
        Named("PayloadType", "What kind of payload something is, such as `Technology Demonstrator`."),
        Named("ProgramType", "What a program is for, such as `Human Spaceflight`."),
        Named("RoadClosureStatus", "Whether a road near the Starship launch site will be closed, may be, or will not after all."),
        Named("SpaceStationStatus", "Whether a station is in use, such as `Active`, `Decommissioned` or `De-Orbited`."),
        Named("SpaceStationType", "Who runs a station, such as `Government` or `Commercial`."),
        Named(
            "SpacecraftConfigurationType",
            "SpacecraftConfigType",
            "What kind of vehicle a spacecraft design is, such as `Capsule`, `Spaceplane` or `Cargo Resupply`."),
        Named("SpacecraftStatus", "What has become of a single spacecraft, such as `Active`, `Single Use` or `Destroyed`."),
        new("TimelineEventType", "A step in the course of a launch, such as liftoff, the cut-off of an engine or the release of a payload.")
        {
            { "abbrev", "String", "A short name for the step." },
            { "description", "String", "What happens at this step." },
        },
        Named("VidUrlType", "VidURLType", "What kind of video a link leads to, such as `Official Webcast`."),
    ];

    private static ObjectDefinition Named(string name, string description) => Named(name, name, description);

    private static ObjectDefinition Named(string name, string entity, string description) => new(name, entity, description)
    {
        { "name", "String", "The word itself." },
    };

    private static ObjectDefinition Described(string name, string description) => new(name, description)
    {
        { "name", "String", "The word itself." },
        { "abbrev", "String", "A short form of it, for narrow places." },
        { "description", "String", "LL2's explanation of it, in a sentence." },
    };
}
