using System.Collections.Frozen;
using FlightGraph.StandIn.Data;

namespace FlightGraph.StandIn.Queries;

internal static class Backlinks
{
    private static readonly FrozenDictionary<(string, string), Backlink> Table = new Dictionary<(string, string), Backlink>
    {
        [("Agency", "parent_agency")] = new("Agency", (agency, moment) => Named(moment, "Agency", agency.Text("parent"))),
        [("Agency", "related")] = new("Agency", Related),
        [("Expedition", "space_station")] = new("SpaceStation", (expedition, _) => expedition.One("spacestation")),
        [("FirstStage", "rocket")] = new("Rocket", (stage, _) => stage.Owner),
        [("Payload", "payloadflight")] = new("PayloadFlight", Flights),
        [("PayloadFlight", "rocket")] = new("Rocket", (flight, _) => flight.One("launch")?.One("rocket")),
        [("Rocket", "launch")] = new("Launch", (rocket, _) => rocket.Owner),
        [("Rocket", "spacecraftflight")] = new("SpacecraftFlight", (rocket, moment) => moment.Value(rocket, "spacecraft_stage")),
        [("SpaceStation", "orbit_by_name")] = new("Orbit", (station, moment) => Named(moment, "Orbit", station.Text("orbit"))),
        [("SpacecraftFlight", "rocket")] = new("Rocket", (flight, _) => flight.One("launch")?.One("rocket")),
        [("Update", "launch")] = new("Launch", (update, moment) => moment.Data.Referring("Launch", "updates", update)),
        [("Update", "program")] = new("Program", Programs),
    }.ToFrozenDictionary();

    public static Backlink? Find(string entity, string name) => Table.GetValueOrDefault((entity, name));

    private static Record? Named(Moment moment, string entity, string name) =>
        name.Length == 0 ? null : moment.Data.All(entity).FirstOrDefault(record => record.Text("name") == name);

    /// <summary>The agency itself, its parent and its children, by name: LL2 knows a parent only as a name.</summary>
    private static Record[] Related(Record agency, Moment moment) =>
    [
        .. moment.Data.All("Agency").Where(other =>
            other == agency || other.Text("name") == agency.Text("parent") || other.Text("parent") == agency.Text("name")),
    ];

    private static IReadOnlyList<Record> Flights(Record payload, Moment moment) =>
        moment.Data.Referring("PayloadFlight", "payload", payload);

    private static Record[] Programs(Record update, Moment moment) =>
    [
        .. moment.Data.Referring("Launch", "updates", update)
            .Concat(moment.Data.Referring("Event", "updates", update))
            .SelectMany(record => record.Many("program"))
            .Distinct(),
    ];
}
