using System.Collections.Frozen;
using FlightGraph.StandIn.Data.Figures;
using Compute = System.Func<FlightGraph.StandIn.Data.Record, FlightGraph.StandIn.Data.Moment, object?>;

namespace FlightGraph.StandIn.Data;

/// <summary>The table of all fields that are computed: entity, field, how.</summary>
internal static class ComputedFields
{
    private static readonly string[] Launching = ["Agency", "LauncherConfig", "LauncherConfigFamily"];
    private static readonly string[] Flying = ["SpacecraftConfig", "SpacecraftConfigFamily"];

    private static readonly FrozenDictionary<(string Entity, string Field), ComputedField> Table = Rows()
        .ToFrozenDictionary(row => (row.Entity, row.Field));

    public static ComputedField? Find(string entity, string field) => Table.GetValueOrDefault((entity, field));

    private static IEnumerable<ComputedField> Rows() =>
    [
        .. Each(Launching, "pending_launches", (r, m) => m.Launches(r).Pending),
        .. Each(Launching, "consecutive_successful_launches", (r, m) => m.Launches(r).ConsecutiveSuccessful),
        .. Each(Launching, "attempted_landings", (r, m) => m.StageLandings(r).Attempted),
        .. Each(Launching, "successful_landings", (r, m) => m.StageLandings(r).Successful),
        .. Each(Launching, "failed_landings", (r, m) => m.StageLandings(r).Failed),
        .. Each(Launching, "consecutive_successful_landings", (r, m) => m.StageLandings(r).ConsecutiveSuccessful),
        .. Each([.. Launching, .. Flying, "Location", "Pad"], "total_launch_count", (r, m) => m.Launches(r).Total),
        .. Each([.. Launching, .. Flying, "CelestialBody"], "successful_launches", (r, m) => m.Launches(r).Successful),
        .. Each([.. Launching, .. Flying, "CelestialBody"], "failed_launches", (r, m) => m.Launches(r).Failed),

        // LL2 counts landings of spacecraft for the agency of the spacecraft, and those of payloads for who operates them.
        Row("Agency", "attempted_landings_spacecraft", (r, m) => m.SpacecraftLandings(r).Attempted),
        Row("Agency", "successful_landings_spacecraft", (r, m) => m.SpacecraftLandings(r).Successful),
        Row("Agency", "failed_landings_spacecraft", (r, m) => m.SpacecraftLandings(r).Failed),
        Row("Agency", "attempted_landings_payload", (r, m) => m.PayloadLandings(r).Attempted),
        Row("Agency", "successful_landings_payload", (r, m) => m.PayloadLandings(r).Successful),
        Row("Agency", "failed_landings_payload", (r, m) => m.PayloadLandings(r).Failed),
        Row("Agency", "launcher_list", Referring("LauncherConfig", "manufacturer")),
        Row("Agency", "spacecraft_list", Referring("SpacecraftConfig", "agency")),

        Now("Astronaut", "age", (r, m) =>
            Spans.Years((DateOnly?)r["date_of_birth"], (DateOnly?)r["date_of_death"] ?? Spans.Day(m.Now))),
        Now("Astronaut", "in_space", (r, m) => m.Stays(r).Any(stay => stay.End is null)),
        Now("Astronaut", "time_in_space", (r, m) => Spans.Sum(m.Stays(r).Select(stay => stay.LengthUntil(m.Now)))),
        Now("Astronaut", "eva_time", (r, m) =>
            Spans.Sum(m.Spacewalks(r).Select(walk => m.Value(walk, "duration")).OfType<TimeSpan>())),
        Now("Astronaut", "first_flight", (r, m) => m.FlightsUp(r).FirstOrDefault()?.One("launch")?.Time("net")),
        Now("Astronaut", "last_flight", (r, m) => m.FlightsUp(r).LastOrDefault()?.One("launch")?.Time("net")),
        Now("Astronaut", "flights_count", (r, m) => m.Many(r, "flights").Count),
        Now("Astronaut", "landings_count", (r, m) => m.FlightsDown(r).Count),
        Now("Astronaut", "spacewalks_count", (r, m) => m.Spacewalks(r).Count),
        Now("Astronaut", "flights", (r, m) =>
            m.FlightsUp(r).Select(flight => flight.One("launch")).OfType<Record>().Distinct().ToArray()),
        Now("Astronaut", "landings", (r, m) => m.FlightsDown(r)),
        Now("Astronaut", "spacewalks", (r, m) => m.Spacewalks(r)),

        Row("CelestialBody", "total_attempted_launches", (r, m) => m.Launches(r).Total),
        Row("CelestialBody", "total_attempted_landings", (r, m) => m.LandingsAt(r).Attempted),
        Row("CelestialBody", "successful_landings", (r, m) => m.LandingsAt(r).Successful),
        Row("CelestialBody", "failed_landings", (r, m) => m.LandingsAt(r).Failed),
        Row("CelestialBody", "locations", Referring("Location", "celestial_body")),

        Now("DockingLocation", "currently_docked", (r, m) =>
            m.Data.Referring("DockingEvent", "docking_location", r).FirstOrDefault(m.IsDocked)),

        Row("Expedition", "spacewalks", Referring("Spacewalk", "expedition")),

        Row("FirstStage", "launcher_flight_number", StageHistory.Number) with { OrTyped = true },
        Row("FirstStage", "previous_flight", StageHistory.PreviousLaunch),
        Row("FirstStage", "previous_flight_date", (r, m) => StageHistory.PreviousLaunch(r, m)?.Time("net")),
        Row("FirstStage", "turn_around_time", (r, m) =>
            Spans.Between(StageHistory.PreviousLaunch(r, m)?.Time("net"), Journeys.LaunchOf(r)?.Time("net"))),

        Row("Landing", "firststage", (r, m) => m.Data.Referring("FirstStage", "landing", r).FirstOrDefault()),
        Row("Landing", "spacecraftflight", (r, m) => m.Data.Referring("SpacecraftFlight", "landing", r).FirstOrDefault()),
        Row("Landing", "payloadflight", (r, m) => m.Data.Referring("PayloadFlight", "landing", r).FirstOrDefault()),

        Row("LandingLocation", "attempted_landings", (r, m) => m.LandingsAt(r).Attempted),
        Row("LandingLocation", "successful_landings", (r, m) => m.LandingsAt(r).Successful),
        Row("LandingLocation", "failed_landings", (r, m) => m.LandingsAt(r).Failed),

        .. Ranks("orbital_launch_attempt_count", LaunchRanks.Orbital),
        .. Ranks("location_launch_attempt_count", (r, m) => LaunchRanks.Among(r.One("pad")?.One("location"), m)),
        .. Ranks("pad_launch_attempt_count", (r, m) => LaunchRanks.Among(r.One("pad"), m)),
        .. Ranks("agency_launch_attempt_count", (r, m) => LaunchRanks.Among(r.One("launch_service_provider"), m)),
        Row("Launch", "pad_turnaround", PadTurnaround),

        Row("LauncherConfig", "fastest_turnaround", (r, m) => m.Launches(r).FastestTurnaround),

        Row("Launcher", "flight_proven", (r, m) => m.FlownStages(r).Count > 0),
        Row("Launcher", "flights", StageHistory.Flights),
        Row("Launcher", "first_launch_date", (r, m) => m.FlownStages(r).Select(Journeys.LaunchOf).FirstOrDefault()?.Time("net")),
        Row("Launcher", "last_launch_date", (r, m) => m.FlownStages(r).Select(Journeys.LaunchOf).LastOrDefault()?.Time("net")),
        Row("Launcher", "fastest_turnaround", StageHistory.FastestTurnAround),
        Row("Launcher", "attempted_landings", (r, m) => m.StageLandings(r).Attempted),
        Row("Launcher", "successful_landings", (r, m) => m.StageLandings(r).Successful),

        Row("Location", "total_landing_count", (r, m) => m.LandingsAt(r).Attempted),
        Row("Location", "pads", Referring("Pad", "location")),

        Row("MissionPatch", "launches", Referring("Launch", "mission_patches")),
        Row("MissionPatch", "expeditions", Referring("Expedition", "mission_patches")),
        Row("MissionPatch", "program", Referring("Program", "mission_patches")),

        Row("Pad", "orbital_launch_attempt_count", (r, m) => m.Launches(r).OrbitalAttempts),
        Row("Pad", "fastest_turnaround", (r, m) => m.Launches(r).FastestTurnaround),

        Row("PayloadFlight", "docking_events", (r, m) => m.DockingsAsChaser(r)),

        Row("Rocket", "spacecraft_stage", (r, m) => m.Data.Referring("SpacecraftFlight", "launch", r.Owner!)),

        Now("SpaceStation", "active_expeditions", (r, m) => m.Data.Referring("Expedition", "spacestation", r)
            .Where(expedition => m.IsPast(expedition.Time("start")) && !m.IsPast(expedition.Time("end"))).ToArray()),
        Now("SpaceStation", "active_docking_events", (r, m) =>
            m.Data.Referring("DockingEvent", "space_station_target", r).Where(m.IsDocked).ToArray()),
        Now("SpaceStation", "docked_vehicles", (r, m) => m.Many(r, "active_docking_events").Count),
        Now("SpaceStation", "onboard_crew", (r, m) => m.OnBoard(r)),
        Row("SpaceStation", "docking_location", Referring("DockingLocation", "spacestation")),

        Now("Spacecraft", "in_space", (r, m) => Craft.Stays(r, m).Any(stay => stay.End is null)),
        Now("Spacecraft", "time_in_space", (r, m) => Spans.Sum(Craft.Stays(r, m).Select(stay => stay.LengthUntil(m.Now)))),
        Now("Spacecraft", "time_docked", Craft.TimeDocked),
        Row("Spacecraft", "flights_count", (r, m) => m.FlownFlights(r).Count),
        Now("Spacecraft", "mission_ends_count", (r, m) =>
            m.FlownFlights(r).Count(flight => m.IsPast(flight.Time("mission_end")))),
        Row("Spacecraft", "flights", (r, m) => Journeys.Flights(m.Data, r)),

        .. Each(["Spacecraft", "SpacecraftConfig"], "fastest_turnaround", Craft.FastestTurnAround),
        .. Each(Flying, "attempted_landings", (r, m) => m.SpacecraftLandings(r).Attempted),
        .. Each(Flying, "successful_landings", (r, m) => m.SpacecraftLandings(r).Successful),
        .. Each(Flying, "failed_landings", (r, m) => m.SpacecraftLandings(r).Failed),
        .. Each(Flying, "spacecraft_flown", (r, m) =>
            m.FlownFlights(r).Select(flight => flight.One("spacecraft")).Distinct().Count()),
        Row("SpacecraftConfigFamily", "spacecraft", Referring("SpacecraftConfig", "family")),

        Row("SpacecraftFlight", "duration", Craft.Duration),
        Row("SpacecraftFlight", "turn_around_time", Craft.TurnAround),
        Row("SpacecraftFlight", "docking_events", (r, m) => m.DockingsAsChaser(r)),
        Now("SpacecraftFlight", "landing_crew", Crew.LandingCrew) with { OrTyped = true },

        Row("Spacewalk", "duration", (r, m) => Spans.Between(r.Time("start"), r.Time("end"))),

        Row("StarshipDashboard", "vehicles", Starship.Vehicles),
        Row("StarshipDashboard", "orbiters", Starship.Orbiters),
        Now("StarshipDashboard", "upcoming", Starship.Upcoming),
        Now("StarshipDashboard", "previous", Starship.Previous),
    ];

    /// <summary>A field that depends on the data alone.</summary>
    private static ComputedField Row(string entity, string field, Compute compute) => new(entity, field, compute);

    /// <summary>A field that also depends on the time. A field made from one of these is one of these.</summary>
    private static ComputedField Now(string entity, string field, Compute compute) =>
        Row(entity, field, compute) with { MovesWithTime = true };

    private static IEnumerable<ComputedField> Each(string[] entities, string field, Compute compute) =>
        entities.Select(entity => Row(entity, field, compute));

    /// <summary>The two fields of a rank: over all years, and within the year of the launch.</summary>
    private static IEnumerable<ComputedField> Ranks(string field, Func<Record, Moment, LaunchRanks?> among) =>
    [
        Row("Launch", field, (launch, moment) => among(launch, moment)?.OverAll(launch)),
        Row("Launch", $"{field}_year", (launch, moment) => among(launch, moment)?.InYear(launch)),
    ];

    private static Compute Referring(string entity, string field) =>
        (record, moment) => moment.Data.Referring(entity, field, record);

    /// <summary>Since the launch before on the same pad; no time at all for the first, as LL2 has it.</summary>
    private static object? PadTurnaround(Record launch, Moment moment)
    {
        if (launch.One("pad") is not { } pad)
            return null;

        var before = moment.Launches(pad).Launches.TakeWhile(other => other != launch).LastOrDefault();
        return before is null ? TimeSpan.Zero : Spans.Between(before.Time("net"), launch.Time("net"));
    }
}
