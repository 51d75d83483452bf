using System.Collections.Frozen;
using FlightGraph.StandIn.Contract;
using FlightGraph.StandIn.Data.Figures;
using Question = System.Func<FlightGraph.StandIn.Data.Record, FlightGraph.StandIn.Data.Moment, object, bool>;

namespace FlightGraph.StandIn.Queries;

/// <summary>The filters whose name is not the path that they look at.</summary>
internal static class FilterNames
{
    private static readonly FrozenDictionary<(string, string), string> Paths = new Dictionary<(string, string), string>
    {
        [("Agency", "country_code")] = "country__alpha_3_code",
        [("Agency", "parent__id")] = "parent_agency__id",
        [("Astronaut", "agency_ids")] = "agency",
        [("Astronaut", "nationality")] = "nationality__nationality_name",
        [("Astronaut", "status_ids")] = "status",
        [("Event", "agency__ids")] = "agencies",
        [("Event", "date__gt__lt")] = "date__lt",
        [("Event", "type__ids")] = "type",
        [("Event", "video_url")] = "vid_urls__url",
        [("Landing", "firststage_launch__ids")] = "firststage__rocket__launch",
        [("Landing", "landing_location__ids")] = "landing_location",
        [("Landing", "landing_type__ids")] = "type",
        [("Landing", "launcher__ids")] = "firststage__launcher",
        [("Landing", "launcher_config__ids")] = "firststage__launcher__launcher_config",
        [("Landing", "launcher_serial_numbers")] = "firststage__launcher__serial_number",
        [("Landing", "spacecraft__ids")] = "spacecraftflight__spacecraft",
        [("Landing", "spacecraft_config__ids")] = "spacecraftflight__spacecraft__spacecraft_config",
        [("Landing", "spacecraft_launch__ids")] = "spacecraftflight__launch",
        [("Launch", "launcher_config__id")] = "rocket__configuration__id",
        [("Launch", "location__ids")] = "pad__location",
        [("Launch", "lsp__id")] = "launch_service_provider__id",
        [("Launch", "lsp__name")] = "launch_service_provider__name",
        [("Launch", "mission__agency__ids")] = "mission__agencies",
        [("Launch", "related_lsp__id")] = "launch_service_provider__related__id",
        [("Launch", "related_lsp__name")] = "launch_service_provider__related__name",
        [("Launch", "serial_number")] = "rocket__launcher_stage__launcher__serial_number",
        [("Launch", "spacecraft_config__ids")] = "rocket__spacecraftflight__spacecraft__spacecraft_config",
        [("Launch", "status__ids")] = "status",
        [("Launch", "video_url")] = "vid_urls__url",
        [("Launcher", "launcher_config__ids")] = "launcher_config",
        [("LauncherConfigFamily", "manufacturer__country_code")] = "manufacturer__country__alpha_3_code",
        [("Location", "country_code")] = "country__alpha_3_code",
        [("MissionPatch", "ids")] = "id",
        [("Pad", "agencies_ids")] = "agencies",
        [("SpaceStation", "orbit")] = "orbit_by_name",
        [("SpaceStation", "owner__ids")] = "owners",
        [("SpaceStation", "status__ids")] = "status",
        [("Spacewalk", "astronaut__ids")] = "crew__astronaut",
        [("Spacewalk", "event__ids")] = "event",
        [("Spacewalk", "ids")] = "id",
        [("Spacewalk", "launch__ids")] = "spacecraft_flight__launch",
        [("Spacewalk", "owner__ids")] = "spacestation__owners",
        [("Spacewalk", "program__ids")] = "program",
        [("Spacewalk", "spacestation__ids")] = "spacestation",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<(string, string), Question> Questions =
        new Dictionary<(string, string), Question>
        {
            [("Agency", "spacecraft")] = (r, moment, wanted) => wanted.Equals(moment.Many(r, "spacecraft_list").Count > 0),
            [("Astronaut", "has_flown")] = (r, moment, wanted) => wanted.Equals(moment.FlightsUp(r).Count > 0),
            [("Astronaut", "is_human")] = (r, _, wanted) => wanted.Equals(r.One("type")?.Text("name") != "Non-Human"),
            [("DockingEvent", "docked")] = (r, moment, wanted) => wanted.Equals(moment.IsDocked(r)),
            [("Event", "day")] = (r, _, wanted) => Equals(wanted, (double?)r.Time("date")?.Day),
            [("Event", "month")] = (r, _, wanted) => Equals(wanted, (double?)r.Time("date")?.Month),
            [("Event", "year")] = (r, _, wanted) => Equals(wanted, (double?)r.Time("date")?.Year),
            [("Event", "hide_recent_previous")] = (r, moment, wanted) => wanted is false || r.Time("date") >= moment.Now,
            [("Expedition", "is_active")] = (r, moment, wanted) =>
                wanted.Equals(moment.IsPast(r.Time("start")) && !moment.IsPast(r.Time("end"))),
            [("Launch", "day")] = (r, _, wanted) => Equals(wanted, (double?)r.Time("net")?.Day),
            [("Launch", "month")] = (r, _, wanted) => Equals(wanted, (double?)r.Time("net")?.Month),
            [("Launch", "year")] = (r, _, wanted) => Equals(wanted, (double?)r.Time("net")?.Year),
            [("Launch", "hide_recent_previous")] = (r, moment, wanted) => wanted is false || r.Time("net") >= moment.Now,
            [("Launch", "include_suborbital")] = (r, _, wanted) => wanted is true || !LaunchOutcome.IsSuborbital(r),
            [("Launch", "is_crewed")] = (r, moment, wanted) => wanted.Equals(
                moment.Data.Referring("SpacecraftFlight", "launch", r).Any(flight => flight.Many("launch_crew").Count > 0)),
            [("Spacewalk", "day")] = (r, _, wanted) => Equals(wanted, (double?)r.Time("start")?.Day),
            [("Spacewalk", "month")] = (r, _, wanted) => Equals(wanted, (double?)r.Time("start")?.Month),
            [("Spacewalk", "year")] = (r, _, wanted) => Equals(wanted, (double?)r.Time("start")?.Year),
        }.ToFrozenDictionary();

    /// <summary>Filters that live pages have but LL2's OpenAPI document does not.</summary>
    private static readonly FrozenDictionary<string, KeyValuePair<string, FilterType>[]> OutsideTheContract =
        new Dictionary<string, KeyValuePair<string, FilterType>[]>
        {
            ["DockingEvent"] = [KeyValuePair.Create("docked", new FilterType(ValueKind.Boolean, FilterStyle.Single))],
            ["Expedition"] = [KeyValuePair.Create("is_active", new FilterType(ValueKind.Boolean, FilterStyle.Single))],
            ["Launch"] = [KeyValuePair.Create("mission__agency__ids", new FilterType(ValueKind.Integer, FilterStyle.Csv))],
        }.ToFrozenDictionary();

    public static string? PathOf(string entity, string filter) => Paths.GetValueOrDefault((entity, filter));

    public static Question? QuestionOf(string entity, string filter) => Questions.GetValueOrDefault((entity, filter));

    public static IReadOnlyList<KeyValuePair<string, FilterType>> Undocumented(string entity) =>
        OutsideTheContract.GetValueOrDefault(entity) ?? [];
}
