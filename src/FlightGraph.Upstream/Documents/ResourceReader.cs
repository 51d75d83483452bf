using System.Text.Json;
using FlightGraph.Upstream.Contract;

namespace FlightGraph.Upstream.Documents;

/// <summary>
/// Reads upstream documents, tolerantly: fields that the contract does not know are skipped, a value that a field cannot
/// hold spoils that field alone. What is not JSON, or not the object or page that was asked for, is malformed as a whole.
/// </summary>
public static class ResourceReader
{
    /// <summary>Fields that we skip may nest as they like. Ours never nest this deep, so what goes deeper is no document.</summary>
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 1000 };

    /// <summary>The document of a single object.</summary>
    /// <exception cref="MalformedDocumentException">The bytes are no JSON object, or one without an id where it must have one.</exception>
    public static ResourceObject ReadObject(Entity entity, byte[] document) => Read(document, entity, isInList: false);

    /// <summary>The same where the object may stand alone in a list.</summary>
    /// <exception cref="MalformedDocumentException">The bytes are neither.</exception>
    public static ResourceObject ReadOne(Entity entity, byte[] document) =>
        Read(document, entity, isInList: document.AsSpan().TrimStart(" \t\r\n"u8) is [(byte)'[', ..]);

    private static ResourceObject Read(byte[] document, Entity entity, bool isInList)
    {
        try
        {
            var reader = new Utf8JsonReader(document, Options);
            reader.Read();
            if (isInList)
                reader.Read();
            var value = Nested(ref reader, document, entity, null, null);
            // Rubbish behind the object is found only by reading on.
            var isEnd = !reader.Read() || (isInList && reader.TokenType == JsonTokenType.EndArray && !reader.Read());
            return isEnd && value.Kind == FieldValueKind.Object ? value.Object : throw new MalformedDocumentException($"The upstream's answer is no {entity.Name}.");
        }
        catch (JsonException error)
        {
            throw new MalformedDocumentException("The upstream's answer is not valid JSON.", error);
        }
    }

    /// <summary>A page: the envelope of <c>count</c> and <c>results</c>.</summary>
    /// <exception cref="MalformedDocumentException">The bytes are no such envelope.</exception>
    public static ResourcePage ReadPage(Entity entity, byte[] document)
    {
        try
        {
            var reader = new Utf8JsonReader(document, Options);
            reader.Read();
            return ReadEnvelope(ref reader, document, entity);
        }
        catch (JsonException error)
        {
            throw new MalformedDocumentException("The upstream's answer is not valid JSON.", error);
        }
    }

    private static ResourcePage ReadEnvelope(ref Utf8JsonReader reader, byte[] document, Entity entity)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new MalformedDocumentException($"The upstream's answer is no page of {entity.Name}.");

        int? count = null;
        List<ResourceObject?>? rows = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = ScalarReader.Unescaped(ref reader);
            reader.Read();
            if (name == "count" && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var number) && number >= 0)
                count = number;
            else if (name == "results" && reader.TokenType == JsonTokenType.StartArray)
                rows = ReadRows(ref reader, document, entity);
            else
                reader.Skip();
        }

        return count is { } total && rows is not null && !reader.Read()
            ? new ResourcePage(total, rows)
            : throw new MalformedDocumentException($"The upstream's answer is no page of {entity.Name}.");
    }

    private static List<ResourceObject?> ReadRows(ref Utf8JsonReader reader, byte[] document, Entity entity)
    {
        List<ResourceObject?> rows = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var row = Nested(ref reader, document, entity, null, null);
            rows.Add(row.Kind == FieldValueKind.Object ? row.Object : null);
        }

        return rows;
    }

    private static FieldValue Read(ref Utf8JsonReader reader, byte[] document, ResourceObject owner, EntityField field)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return FieldValue.Null;
        return field.Kind switch
        {
            FieldKind.Object => Nested(ref reader, document, field.Child!, owner, field),
            FieldKind.List => NestedList(ref reader, document, owner, field),
            _ => ScalarReader.Read(ref reader, document, field),
        };
    }

    private static FieldValue Nested(ref Utf8JsonReader reader, byte[] document, Entity entity, ResourceObject? parent, EntityField? parentField)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return FieldValue.Malformed;
        }

        var value = new ResourceObject(entity, parent, parentField);
        var expected = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var field = Field(ref reader, entity, expected);
            reader.Read();
            if (field is null)
            {
                reader.Skip();
                continue;
            }

            expected = field.Index + 1;
            value.Set(field, Read(ref reader, document, value, field));
        }

        // Without its id an object cannot be named, remembered or fetched again.
        return entity.IdField is not null && value.Id is null ? FieldValue.Malformed : FieldValue.Of(value);
    }

    private static EntityField? Field(ref Utf8JsonReader reader, Entity entity, int expected) =>
        !reader.ValueIsEscaped ? entity.Find(reader.ValueSpan, expected) : ScalarReader.Unescaped(ref reader) is { } name ? entity.Find(name) : null;

    private static FieldValue NestedList(ref Utf8JsonReader reader, byte[] document, ResourceObject owner, EntityField field)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return FieldValue.Malformed;
        }

        List<ResourceObject> items = [];
        var malformed = false;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            // A null among the items says nothing and is left out.
            if (reader.TokenType == JsonTokenType.Null)
                continue;
            var item = Nested(ref reader, document, field.Child!, owner, field);
            if (item.Kind == FieldValueKind.Object)
                items.Add(item.Object);
            else
                malformed = true;
        }

        return malformed ? FieldValue.Malformed : FieldValue.Of(items);
    }
}
