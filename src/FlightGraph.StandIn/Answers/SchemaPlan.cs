using System.Text.Json;
using FlightGraph.StandIn.Contract;
using FlightGraph.StandIn.Data;

namespace FlightGraph.StandIn.Answers;

/// <summary>A schema with all its names looked up: what to write, field by field.</summary>
internal sealed class SchemaPlan(SchemaDefinition schema, EntityDefinition entity)
{
    public string ResponseMode { get; } = schema.ResponseMode;

    public IReadOnlyList<Step> Steps { get; } =
    [
        .. schema.Fields.Select(field =>
            new Step(JsonEncodedText.Encode(field.Key), field.Key, entity.Find(field.Key), field.Value.Schema)),
    ];

    /// <param name="Field">Where the value is; null for the fields that we make ourselves.</param>
    /// <param name="Schema">How a related object is written.</param>
    internal sealed record Step(JsonEncodedText Key, string Name, EntityField? Field, string? Schema);
}
