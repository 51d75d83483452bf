namespace FlightGraph.Schema.Stations;

internal static class StationQueries
{
    public static ResourceDefinition SpaceStations { get; } = new(
        "space_stations", "spaceStation", "spaceStations", "Space stations, in orbit or gone")
    {
        { "id", "SpaceStation", "id", "Only this station." },
        { "name", "name", "Name, such as `Skylab`, or with `contains` a part of it; case counts." },
        { "status", "SpaceStationStatus", "status", "status__ids", "Only stations in this state, such as active or de-orbited." },
        { "type", "SpaceStationType", "type", "Only stations run by this kind of owner, such as a government." },
        { "orbit", "Orbit", "orbit", "Only stations in this kind of orbit, such as low Earth orbit." },
        { "owner", "Agency", "owner__ids", "Only stations owned, alone or with others, by one of these agencies; an unknown id matches nothing." },
        { "knownOwner", "Agency", "owners", "Like `owner`, but an id that LL2 does not know is an error." },
        { "onboardCrew", "onboard_crew", "People aboard now, as counted by LL2." },
        { "dockedVehicles", "docked_vehicles", "Vehicles docked now, as counted by LL2, which can lag." },
    };

    public static ResourceDefinition DockingEvents { get; } = new(
        "docking_events", "dockingEvent", "dockingEvents", "Stays of vehicles at the ports of stations and of other vehicles")
    {
        { "docking", "docking", "When the arriving vehicle docked or was berthed, in UTC." },
        { "dockingLocation", "DockingLocation", "docking_location__id", "Only stays at this port." },
        { "flightVehicleChaser", "SpacecraftFlight", "flight_vehicle_chaser__id", "Only stays of the spacecraft that arrived on this flight." },
        { "spaceStationTarget", "SpaceStation", "space_station_target__id", "Only stays at this station." },
    };

    public static ResourceDefinition Expeditions { get; } = new(
        "expeditions", "expedition", "expeditions", "Stays of crews on space stations")
    {
        { "name", "name", "Only the expedition of exactly this name, such as `Expedition 74`; for a part of it use `search`." },
        { "start", "start", "When the crew took over, in UTC." },
        { "end", "end", "When the crew handed over or left, in UTC; an expedition that still lasts matches nothing." },
        { "spaceStation", "SpaceStation", "space_station", "Only expeditions on this station." },
        { "astronaut", "Astronaut", "crew__astronaut", "Only expeditions with this person in the crew." },
        { "astronautAgency", "Agency", "crew__astronaut__agency", "Only expeditions with somebody in the crew who flies for this agency." },
    };

    public static ResourceDefinition Spacewalks { get; } = new(
        "spacewalks", "spacewalk", "spacewalks", "Outings in space suits")
    {
        { "id", "Spacewalk", "id", "ids", "Only this spacewalk, or these." },
        { "name", "name", "LL2's name for it or, with `contains`, a part of it, such as `EVA`; case counts." },
        { "start", "start", "When it began, in UTC." },
        { "end", "end", "When it ended, in UTC; a spacewalk that still lasts matches nothing." },
        { "year", "year", "Only spacewalks in one of these calendar years, such as `1965`." },
        { "month", "month", "Only spacewalks in one of these months of any year, 1 for January to 12." },
        { "day", "day", "Only spacewalks on one of these days of any month, 1 to 31." },
        { "astronaut", "Astronaut", "astronaut__ids", "Only spacewalks on which one of these people went outside." },
        { "spaceStation", "SpaceStation", "spacestation__ids", "Only spacewalks from one of these stations." },
        { "owner", "Agency", "owner__ids", "Only spacewalks from stations that one of these agencies owns." },
        { "launch", "Launch", "launch__ids", "Only spacewalks from spacecraft that one of these launches carried up." },
        { "event", "Event", "event__ids", "Only spacewalks that one of these events announces or reports." },
        { "program", "Program", "program__ids", "Only spacewalks that were part of one of these programs." },
        { "programName", "program__name", "A program's name, such as `Apollo`, or with `contains` a part of it; case counts." },
    };
}
