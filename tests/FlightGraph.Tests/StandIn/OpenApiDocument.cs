using System.Text.Json;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace FlightGraph.Tests.StandIn;

/// <summary>LL2's own description of itself, which lies beside the checkout on the machines of those who have it.</summary>
internal sealed partial class OpenApiDocument
{
    private readonly YamlMappingNode root;
    private readonly HashSet<(string Schema, string Field)> alsoNullable = [];

    private OpenApiDocument(string folder)
    {
        using var text = File.OpenText(Path.Combine(folder, "openapi.yml"));
        var yaml = new YamlStream();
        yaml.Load(text);
        root = (YamlMappingNode)yaml.Documents[0].RootNode;

        using var corrections = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "nullable-corrections.json")));
        foreach (var schema in corrections.RootElement.GetProperty("schemas").EnumerateObject())
        {
            foreach (var field in schema.Value.EnumerateObject().SelectMany(reason => reason.Value.EnumerateArray()))
                alsoNullable.Add((schema.Name, field.ToString()));
        }
    }

    public static OpenApiDocument? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var shared = Path.Combine(folder.FullName, "shared", "ll2");
            if (File.Exists(Path.Combine(shared, "openapi.yml")))
                return new OpenApiDocument(shared);
        }

        return null;
    }

    /// <summary>The names of the query parameters of each list, by path below the version.</summary>
    public IEnumerable<(string Path, string Parameter)> QueryParameters() =>
        from path in (YamlMappingNode)root["paths"]
        let operation = path.Value["get"] as YamlMappingNode
        where operation.Children.ContainsKey("parameters")
        from YamlMappingNode parameter in (YamlSequenceNode)operation["parameters"]
        where Text(parameter, "in") == "query"
        select (Text(path.Key).Replace("/2.3.0/", "", StringComparison.Ordinal).TrimEnd('/'), Text(parameter, "name"));

    /// <summary>What is wrong with a body, each with the path to it.</summary>
    public IEnumerable<string> Breaches(JsonElement body, string schema, string path = "")
    {
        var properties = (YamlMappingNode)root["components"]["schemas"][schema]["properties"];
        var expected = properties.Children.Keys.Select(Text).ToHashSet();
        var found = body.EnumerateObject().Select(field => field.Name).ToHashSet();
        foreach (var name in expected.Except(found))
            yield return $"{path}.{name} is missing";
        foreach (var name in found.Except(expected))
            yield return $"{path}.{name} is not in {schema}";
        foreach (var name in expected.Intersect(found))
        {
            var type = (YamlMappingNode)properties[name];
            var nullable = Text(type, "nullable") == "true" || alsoNullable.Contains((schema, name));
            foreach (var breach in Breaches(body.GetProperty(name), type, nullable, $"{path}.{name}"))
                yield return breach;
        }

        if (!expected.Contains("response_mode") || !found.Contains("response_mode"))
            yield break;

        var mode = Text((YamlMappingNode)properties["response_mode"], "default");
        if (body.GetProperty("response_mode").GetString() != mode)
            yield return $"{path}.response_mode is not '{mode}'";
    }

    private IEnumerable<string> Breaches(JsonElement value, YamlMappingNode type, bool nullable, string path)
    {
        if (value.ValueKind == JsonValueKind.Null)
            return nullable ? [] : [$"{path} is null"];
        if (Reference(type) is { } schema)
            return value.ValueKind == JsonValueKind.Object ? Breaches(value, schema, path) : [$"{path} is no object"];
        if (Text(type, "type") == "array")
        {
            return value.ValueKind == JsonValueKind.Array
                ? value.EnumerateArray().SelectMany((item, index) =>
                    Breaches(item, (YamlMappingNode)type["items"], nullable: false, $"{path}[{index}]"))
                : [$"{path} is no list"];
        }

        var (kind, format) = (Text(type, "type"), Text(type, "format"));
        return Fits(value, kind, format) ? [] : [$"{path} is {value}, not a {kind} {format}"];
    }

    private static string? Reference(YamlMappingNode type)
    {
        var node = type.Children.TryGetValue("allOf", out var all) ? (YamlMappingNode)all[0] : type;
        return Text(node, "$ref") is { Length: > 0 } reference ? reference[(reference.LastIndexOf('/') + 1)..] : null;
    }

    private static bool Fits(JsonElement value, string type, string format) => (type, format) switch
    {
        ("string", "date-time") => value.ValueKind == JsonValueKind.String && TimeForm().IsMatch(value.ToString()),
        ("string", "date") => DateOnly.TryParseExact(value.ToString(), "yyyy-MM-dd", out _),
        ("string", "uuid") => value.TryGetGuid(out _),
        ("string", _) => value.ValueKind == JsonValueKind.String,
        ("integer", _) => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        ("number", _) => value.ValueKind == JsonValueKind.Number,
        ("boolean", _) => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        _ => false,
    };

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value ?? "";

    private static string Text(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(key, out var value) ? Text(value) : "";

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$")]
    private static partial Regex TimeForm();
}
