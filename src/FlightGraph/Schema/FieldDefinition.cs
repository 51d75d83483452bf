using System.Text.Json;

namespace FlightGraph.Schema;

/// <param name="UpstreamName">As the upstream writes it, <c>launch_service_provider</c>.</param>
/// <param name="Type">In the schema language, <c>[AstronautFlight!]</c>.</param>
/// <param name="Description">For clients.</param>
/// <param name="Note">What is out of the ordinary about it, if anything.</param>
internal sealed record FieldDefinition(string UpstreamName, string Type, string Description, FieldNote? Note = null)
{
    /// <summary>As clients see it, <c>launchServiceProvider</c>.</summary>
    public string Name { get; } = CamelCase(UpstreamName);

    public bool IsList => Type.StartsWith('[');

    /// <summary>The type without list and non-null marks.</summary>
    public string NamedType => Type.Trim('[', ']', '!');

    private static string CamelCase(string snake)
    {
        var parts = snake.Split('_');
        return parts[0] + string.Concat(parts.Skip(1).Select(part => JsonNamingPolicy.CamelCase.ConvertName(part) is { Length: > 0 } word
            ? char.ToUpperInvariant(word[0]) + word[1..]
            : ""));
    }
}
