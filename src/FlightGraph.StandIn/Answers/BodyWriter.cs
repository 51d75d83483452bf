using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Xml;
using FlightGraph.StandIn.Contract;
using FlightGraph.StandIn.Data;

namespace FlightGraph.StandIn.Answers;

/// <summary>Writes records in the shape of any schema of the contract, every field of it, null or not.</summary>
internal sealed class BodyWriter(LaunchLibraryContract contract, EntityModel model)
{
    private readonly FrozenDictionary<string, SchemaPlan> plans = contract.Schemas.Values
        .ToFrozenDictionary(schema => schema.Name, schema => new SchemaPlan(schema, model[schema.Entity]));

    public void Write(Utf8JsonWriter json, Record record, string schema, Moment moment, Address address)
    {
        var plan = plans[schema];
        json.WriteStartObject();
        foreach (var step in plan.Steps)
        {
            json.WritePropertyName(step.Key);
            if (step.Field is { } field)
                WriteValue(json, moment.Value(record, field), step.Schema, moment, address);
            else
                json.WriteStringValue(step.Name == "url" ? address.Of(record) : plan.ResponseMode);
        }

        json.WriteEndObject();
    }

    private void WriteValue(Utf8JsonWriter json, object? value, string? schema, Moment moment, Address address)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case Record related:
                // A related object always comes with the schema it is written in.
                Write(json, related, schema!, moment, address);
                break;
            case IReadOnlyList<Record> list:
                json.WriteStartArray();
                foreach (var related in list)
                    Write(json, related, schema!, moment, address);
                json.WriteEndArray();
                break;
            default:
                WriteScalar(json, value);
                break;
        }
    }

    private static void WriteScalar(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case string text:
                json.WriteStringValue(text);
                break;
            case long whole:
                json.WriteNumberValue(whole);
                break;
            case double number:
                json.WriteNumberValue(number);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case Guid id:
                json.WriteStringValue(id);
                break;
            case DateOnly day:
                json.WriteStringValue(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case DateTimeOffset time:
                json.WriteStringValue(time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
                break;
            case TimeSpan span:
                json.WriteStringValue(span == TimeSpan.Zero ? "P0D" : XmlConvert.ToString(span));
                break;
            default:
                throw new InvalidOperationException($"A record does not hold a {value.GetType()}.");
        }
    }
}
