// Writes the compact table of Launch Library 2 that the gateway and the stand-in embed.
//
//   dotnet run build/contract.cs -- ../shared/ll2/modes.json > src/Contract/ll2-2.3.0.json
//
// The table holds facts only: paths, modes, filters, and for every serializer variant the fields it carries. A field is
// written as its type: "date-time", "integer?" (may be null), "AgencyMini" (another variant), "[AstronautFlight]" (a list).

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

// Text in the OpenAPI document, a length of time by meaning: api-facts section 8 and the descriptions of the fields.
string[] durations =
[
    "duration", "turn_around_time", "time_in_space", "eva_time", "fastest_turnaround", "time_docked", "pad_turnaround",
    "length_of_day", "relative_time",
];

// Text in the OpenAPI document, a web address by meaning.
string[] addresses = ["info_url", "wiki_url", "wiki", "profile_image", "infographic"];

var modes = JsonNode.Parse(File.ReadAllText(args[0]))!.AsObject();
var schemas = modes["schemas"]!.AsObject();
var entityOf = modes["entities"]!.AsObject()
    .SelectMany(entity => entity.Value!["variants"]!.AsObject().Select(variant => (variant.Key, Entity: entity.Key)))
    .ToDictionary(pair => pair.Key, pair => pair.Entity);

// The shapes that the source leaves without an entity: objects without an id, and the Starship dashboard.
foreach (var name in schemas.Select(pair => pair.Key).Where(name => !entityOf.ContainsKey(name)))
{
    entityOf[name] = name switch
    {
        _ when name.StartsWith("LaunchAndEvents", StringComparison.Ordinal) => "LaunchesAndEvents",
        _ when name.StartsWith("StarshipDashboard", StringComparison.Ordinal) => "StarshipDashboard",
        "VidURLs" => "LiveStream",
        _ => name,
    };
}

using var output = Console.OpenStandardOutput();
using var text = new StreamWriter(output) { NewLine = "\n" };
text.WriteLine("{");
text.WriteLine("  \"version\": \"2.3.0\",");
Section("resources", modes["endpoints"]!.AsObject().Select(pair => (pair.Key, Resource(pair.Value!.AsObject()))), ",");
text.WriteLine("  \"singletons\": {");
text.WriteLine("    \"api-throttle\": {\"modes\":{\"single\":\"APIThrottle\"}},");
text.WriteLine("    \"dashboard/starship\": {\"modes\":{\"list\":\"StarshipDashboardList\",\"normal\":\"StarshipDashboardNormal\",\"detailed\":\"StarshipDashboardDetailed\"}}");
text.WriteLine("  },");
Section("schemas", schemas.OrderBy(pair => entityOf[pair.Key], StringComparer.Ordinal).ThenBy(pair => pair.Value!.AsObject().Count)
    .Select(pair => (pair.Key, Schema(pair.Key, pair.Value!.AsObject()))), "");
text.WriteLine("}");

void Section(string name, IEnumerable<(string Key, JsonObject Value)> rows, string end)
{
    var options = new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    text.WriteLine($"  \"{name}\": {{");
    text.WriteLine(string.Join(",\n", rows.Select(row => $"    \"{row.Key}\": {row.Value.ToJsonString(options)}")));
    text.WriteLine($"  }}{end}");
}

JsonObject Resource(JsonObject endpoint)
{
    var resource = new JsonObject
    {
        ["entity"] = endpoint["entity"]!.DeepClone(),
        ["id"] = endpoint["id_type"]!.GetValue<string>() == "integer" ? "integer" : "uuid",
        ["modes"] = new JsonObject(endpoint["modes"]!.AsObject()
            .OrderBy(mode => Array.IndexOf(["single", "list", "normal", "detailed"], mode.Key))
            .Select(mode => KeyValuePair.Create(mode.Key, (JsonNode?)mode.Value!["schema"]!.DeepClone()))),
        ["detail"] = endpoint["detail_schema"]!.DeepClone(),
    };
    AddIfAny(resource, "batch", endpoint["batch"]!["by_id"]!.DeepClone());
    AddIfAny(resource, "search", endpoint["search_fields"]!.DeepClone());
    AddIfAny(resource, "ordering", endpoint["orderings"]!.DeepClone());
    var filters = new JsonObject(endpoint["params"]!.AsObject()
        .Where(parameter => parameter.Value!["kind"]!.GetValue<string>() is not ("paging" or "mode" or "ordering" or "search"))
        .Select(parameter => KeyValuePair.Create(parameter.Key, (JsonNode?)FilterType(parameter.Key, parameter.Value!.AsObject()))));
    if (filters.Count > 0)
        resource["filters"] = filters;

    // Filters by a list of parents, with the path in a row that tells whose it is.
    var parents = new JsonObject(endpoint["batch"]!["by_foreign_key"]!.AsObject()
        .Where(filter => filter.Value!["split_by"] is not null)
        .Select(filter => KeyValuePair.Create(filter.Key, (JsonNode?)filter.Value!["split_by"]!.DeepClone())));
    if (parents.Count > 0)
        resource["parents"] = parents;
    return resource;
}

static void AddIfAny(JsonObject target, string name, JsonNode list)
{
    if (list.AsArray().Count > 0)
        target[name] = list;
}

static string FilterType(string name, JsonObject parameter)
{
    if (parameter["type"]!.GetValue<string>() != "array")
        return parameter["format"] is { } format && format.GetValue<string>() != "float" ? format.GetValue<string>() : parameter["type"]!.GetValue<string>();

    // "csv" is p=1,2; "repeat" is p=1&p=2. Ids that OpenAPI calls numbers are integers; launches have UUIDs.
    var item = (parameter["items"]!.GetValue<string>(), name) switch
    {
        ("number", _) => "integer",
        ("string", "id" or "launch__ids" or "spacecraft_launch__ids" or "firststage_launch__ids") => "uuid",
        var (type, _) => type,
    };
    return $"{item},{parameter["array_style"]!.GetValue<string>()}";
}

JsonObject Schema(string name, JsonObject fields) => new()
{
    ["entity"] = entityOf[name],
    ["fields"] = new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)FieldType(field.Key, field.Value!.AsObject())))),
};

string FieldType(string name, JsonObject field)
{
    var nullable = Flag(field, "nullable") || Flag(field, "nullable_in_practice") ? "?" : "";
    if (field["schema"] is { } schema)
        return Flag(field, "list") ? $"[{schema.GetValue<string>()}]" : schema.GetValue<string>() + nullable;
    var type = field["format"]?.GetValue<string>() is { } format and not "double" ? format : field["type"]!.GetValue<string>();
    if (type == "string")
        type = durations.Contains(name) ? "duration" : addresses.Contains(name) ? "uri" : type;
    return type + nullable;
}

static bool Flag(JsonObject field, string name) => field[name]?.GetValue<bool>() == true;
