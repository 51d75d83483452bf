using System.Text.Json;
using FlightGraph.Tests.Support;

namespace FlightGraph.Tests.Planning;

/// <summary>
/// What the upstream offers, read from the contract as plain JSON: nothing of the gateway's own reading of it is used here, so
/// that a mistake there cannot hide itself.
/// </summary>
internal static class UpstreamFacts
{
    /// <summary>Lists from an object to rows that name it.</summary>
    private static readonly Dictionary<string, UpstreamEdge> Edges = new()
    {
        ["Agency.launches"] = new("launches", "lsp__id", "launch_service_provider.id"),
        ["Agency.astronauts"] = new("astronauts", "agency_ids", "agency.id"),
        ["Agency.pads"] = new("pads", "agencies_ids", "agencies.id"),
        ["Agency.launcherConfigurations"] = new("launcher_configurations", "manufacturer__name", "manufacturer.name", By: "name"),
        ["Astronaut.spacewalkConnection"] = new("spacewalks", "astronaut__ids", "crew.astronaut.id"),
        ["Astronaut.expeditions"] = new("expeditions", "crew__astronaut", "crew.astronaut.id"),
        ["Launch.updateConnection"] = new("updates", "launch", ""),
        ["Launcher.landings"] = new("landings", "launcher__ids", "firststage.launcher.id"),
        ["LauncherConfig.launchers"] = new("launchers", "launcher_config__ids", "launcher_config.id"),
        ["LauncherConfig.launches"] = new("launches", "launcher_config__id", "rocket.configuration.id"),
        ["LauncherConfigFamily.launcherConfigurations"] = new("launcher_configurations", "families", "families.id"),
        ["Location.padConnection"] = new("pads", "location__id", "location.id"),
        ["LandingLocation.landings"] = new("landings", "landing_location__ids", "landing_location.id"),
        ["Pad.launches"] = new("launches", "pad", "pad.id"),
        ["Payload.flights"] = new("payload_flights", "payload", "payload.id"),
        ["Program.events"] = new("events", "program", "program.id"),
        ["Program.launches"] = new("launches", "program", "program.id"),
        ["Program.spacewalks"] = new("spacewalks", "program__ids", "program.id"),
        ["Spacecraft.landings"] = new("landings", "spacecraft__ids", "spacecraftflight.spacecraft.id"),
        ["SpacecraftConfig.spacecraft"] = new("spacecraft", "spacecraft_config", "spacecraft_config.id"),
        ["SpaceStation.expeditions"] = new("expeditions", "space_station", "spacestation.id"),
        ["SpaceStation.spacewalks"] = new("spacewalks", "spacestation__ids", "spacestation.id"),
    };

    /// <summary>Fields whose objects lie in several places.</summary>
    private static readonly Dictionary<string, string[]> Gathers = new()
    {
        ["Astronaut.spacecraftFlights"] = ["flights.rocket.spacecraft_stage"],
        ["Launch.flights"] = ["rocket.spacecraft_stage"],
        ["Launch.landings"] = ["rocket.launcher_stage.landing", "rocket.spacecraft_stage.landing", "rocket.payloads.landing"],
        ["DockingEvent.chaser"] = ["flight_vehicle_chaser", "space_station_chaser", "payload_flight_chaser"],
        ["DockingEvent.target"] = ["space_station_target", "flight_vehicle_target", "payload_flight_target"],
    };

    private static readonly Dictionary<string, string[]> Interfaces = new()
    {
        ["DockingVehicle"] = ["SpacecraftFlight", "PayloadFlight", "SpaceStation"],
        ["LaunchHistory"] = ["Agency", "LauncherConfig", "LauncherConfigFamily", "Location", "Pad", "SpacecraftConfig"],
        ["Place"] = ["Location", "Pad"],
    };

    private static readonly Dictionary<string, Dictionary<string, UpstreamField>> Entities = [];

    static UpstreamFacts()
    {
        using var contract = JsonDocument.Parse(Repository.Read("src/Contract/ll2-2.3.0.json"));
        var schemas = contract.RootElement.GetProperty("schemas");
        foreach (var schema in schemas.EnumerateObject())
        {
            var entity = EntityOfSchema(schema.Name);
            var fields = Entities.TryGetValue(entity, out var known) ? known : Entities[entity] = [];
            foreach (var field in schema.Value.GetProperty("fields").EnumerateObject())
            {
                var type = field.Value.GetString()!.TrimEnd('?');
                var isObject = schemas.TryGetProperty(type.Trim('[', ']'), out _);
                var child = isObject ? EntityOfSchema(type.Trim('[', ']')) : null;
                fields.TryAdd(Camel(field.Name), new UpstreamField(field.Name, child, type.StartsWith('[')));
            }
        }

        var rows = new[] { "resources", "singletons" }.SelectMany(table => contract.RootElement.GetProperty(table).EnumerateObject());
        Resources = rows.Select(row =>
        {
            var modes = row.Value.GetProperty("modes").EnumerateObject().Last();
            return new UpstreamResource(row.Name, EntityOfSchema(modes.Value.GetString()!), modes.Name == "single" ? null : modes.Name)
            {
                BatchFilter = Texts(row.Value, "batch").FirstOrDefault(),
                Orderings = Texts(row.Value, "ordering"),
                SharedFilters = [.. row.Value.TryGetProperty("parents", out var parents) ? parents.EnumerateObject().Select(pair => pair.Name) : []],
                IsList = row.Value.TryGetProperty("entity", out _),
            };
        }).ToDictionary(resource => resource.Path);

        string EntityOfSchema(string schema) => schemas.GetProperty(schema).GetProperty("entity").GetString()!;
    }

    public static IReadOnlyDictionary<string, UpstreamResource> Resources { get; }

    /// <summary>Where objects of the entity are asked for by id; null for those that only come inside others.</summary>
    public static UpstreamResource? ResourceOf(string entity) =>
        Resources.Values.FirstOrDefault(resource => resource.IsList && resource.Entity == entity && !resource.IsWindow);

    public static bool IsEntity(string name) => Entities.ContainsKey(name);

    public static UpstreamField? Field(string entity, string name) => Entities[entity].GetValueOrDefault(name);

    public static IEnumerable<UpstreamField> ObjectsIn(string entity) => Entities[entity].Values.Where(field => field.Child is not null);

    public static UpstreamField Raw(string entity, string upstreamName) => Entities[entity].Values.First(field => field.Name == upstreamName);

    public static UpstreamEdge? Edge(string entity, string name) => Edges.GetValueOrDefault($"{entity}.{name}");

    public static string[]? Gather(string entity, string name) => Gathers.GetValueOrDefault($"{entity}.{name}");

    public static string EntityOf(string type) => type.Replace("Configuration", "Config", StringComparison.Ordinal).Replace("Url", "URL", StringComparison.Ordinal);

    public static string TypeOf(string entity) => entity.Replace("Config", "Configuration", StringComparison.Ordinal).Replace("URL", "Url", StringComparison.Ordinal);

    /// <summary>Whether a fragment on a type is for objects of the entity.</summary>
    public static bool IsFor(string? on, string entity) =>
        on is null or "Node" || EntityOf(on) == entity || (Interfaces.TryGetValue(on, out var members) && members.Contains(entity));

    public static string Camel(string snake) =>
        string.Concat(snake.Split('_').Select((part, i) => i == 0 || part.Length == 0 ? part : char.ToUpperInvariant(part[0]) + part[1..]));

    private static IReadOnlyList<string> Texts(JsonElement row, string name) =>
        row.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray().Select(item => item.GetString()!)] : [];
}
