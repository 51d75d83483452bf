using System.Collections.Frozen;
using System.Text.Json;

namespace FlightGraph.StandIn.Contract;

/// <summary>The embedded table of what LL2 2.3.0 offers.</summary>
internal sealed class LaunchLibraryContract
{
    private static readonly Lazy<LaunchLibraryContract> Embedded = new(Load);

    private LaunchLibraryContract(JsonElement root)
    {
        Schemas = root.GetProperty("schemas").EnumerateObject()
            .Select(ReadSchema)
            .ToFrozenDictionary(schema => schema.Name);
        Resources = root.GetProperty("resources").EnumerateObject()
            .Select(ReadResource)
            .ToFrozenDictionary(resource => resource.Name);
        DashboardModes = ReadModes(root.GetProperty("singletons").GetProperty("dashboard/starship"));
    }

    public static LaunchLibraryContract Current => Embedded.Value;

    public FrozenDictionary<string, SchemaDefinition> Schemas { get; }

    public FrozenDictionary<string, ResourceDefinition> Resources { get; }

    /// <summary>Schema by mode of <c>dashboard/starship</c>, the one page that belongs to no collection.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> DashboardModes { get; }

    private static LaunchLibraryContract Load()
    {
        using var stream = typeof(LaunchLibraryContract).Assembly.GetManifestResourceStream("ll2-2.3.0.json")
            ?? throw new InvalidOperationException("The contract is not embedded in the assembly.");
        using var document = JsonDocument.Parse(stream);
        return new LaunchLibraryContract(document.RootElement);
    }

    private static SchemaDefinition ReadSchema(JsonProperty schema) => new(
        schema.Name,
        Text(schema.Value.GetProperty("entity")),
        [.. schema.Value.GetProperty("fields").EnumerateObject()
            .Select(field => KeyValuePair.Create(field.Name, FieldType.Parse(field.Name, Text(field.Value))))]);

    private static ResourceDefinition ReadResource(JsonProperty resource) => new(
        resource.Name, Text(resource.Value.GetProperty("entity")))
    {
        Modes = ReadModes(resource.Value),
        Detail = Text(resource.Value.GetProperty("detail")),
        Search = ReadNames(resource.Value, "search"),
        Ordering = ReadNames(resource.Value, "ordering"),
        Filters = resource.Value.TryGetProperty("filters", out var filters)
            ? [.. filters.EnumerateObject().Select(ReadFilter)]
            : [],
    };

    private static KeyValuePair<string, FilterType> ReadFilter(JsonProperty filter) =>
        KeyValuePair.Create(filter.Name, FilterType.Parse(Text(filter.Value)));

    private static IReadOnlyList<KeyValuePair<string, string>> ReadModes(JsonElement resource) =>
        [.. resource.GetProperty("modes").EnumerateObject().Select(mode => KeyValuePair.Create(mode.Name, Text(mode.Value)))];

    private static IReadOnlyList<string> ReadNames(JsonElement resource, string list) =>
        resource.TryGetProperty(list, out var names) ? [.. names.EnumerateArray().Select(Text)] : [];

    // The contract writes a name wherever this is called.
    private static string Text(JsonElement element) => element.GetString()!;
}
