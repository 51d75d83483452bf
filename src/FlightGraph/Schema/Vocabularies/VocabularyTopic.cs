namespace FlightGraph.Schema.Vocabularies;

internal static class VocabularyTopic
{
    public static Topic Topic { get; } = new(VocabularyTypes.All, [])
    {
        Vocabularies =
        [
            new("config/agency_types", "agencyTypes", "Kinds of organisations."),
            new("config/astronaut_roles", "astronautRoles", "Roles in a crew."),
            new("config/astronaut_statuses", "astronautStatuses", "Where people stand in their careers."),
            new("config/astronaut_types", "astronautTypes", "On whose behalf people fly."),
            new("config/celestial_body_types", "celestialBodyTypes", "Kinds of celestial bodies."),
            new("config/countries", "countries", "Countries, with their codes."),
            new("config/docking_locations", "dockingLocations", "Ports of stations and vehicles."),
            new("config/event_types", "eventTypes", "Kinds of events."),
            new("config/first_stage_types", "firstStageTypes", "Kinds of boosters."),
            new("config/image_licenses", "imageLicenses", "Licences of pictures."),
            new("config/image_variant_types", "imageVariantTypes", "Kinds of variants of pictures."),
            new("config/infourl_types", "infoUrlTypes", "Kinds of pages to read."),
            new("config/landing_locations", "landingLocations", "Places to land: zones, ships, oceans, deserts."),
            new("config/landing_types", "landingTypes", "Ways to land."),
            new("config/languages", "languages", "Languages of links."),
            new("config/launch_statuses", "launchStatuses", "How far a launch has come."),
            new("config/launcher_statuses", "launcherStatuses", "What has become of boosters."),
            new("config/mission_types", "missionTypes", "What missions are for."),
            new("config/net_precisions", "netPrecisions", "How exact a time is known."),
            new("config/notice_types", "noticeTypes", "Kinds of warnings to aircraft and ships."),
            new("config/orbits", "orbits", "Orbits."),
            new("config/payload_types", "payloadTypes", "Kinds of payloads."),
            new("config/program_types", "programTypes", "Kinds of programs."),
            new("config/road_closure_statuses", "roadClosureStatuses", "How certain a closure of a road is."),
            new("config/space_station_statuses", "spaceStationStatuses", "What has become of stations."),
            new("config/spacecraft_configuration_types", "spacecraftConfigurationTypes", "Kinds of spacecraft types."),
            new("config/spacecraft_statuses", "spacecraftStatuses", "What has become of spacecraft."),
            new("config/timeline_event_types", "timelineEventTypes", "Steps of a countdown and a flight."),
            new("config/vidurl_types", "vidUrlTypes", "Kinds of videos."),
        ],
    };
}
