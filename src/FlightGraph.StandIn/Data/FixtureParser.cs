using System.Text.Json;

namespace FlightGraph.StandIn.Data;

/// <summary>Reads a file of fixtures into nodes with line numbers.</summary>
internal ref struct FixtureParser
{
    private readonly ReadOnlySpan<byte> text;
    private Utf8JsonReader reader;
    private int line = 1;
    private int counted;

    private FixtureParser(ReadOnlySpan<byte> text)
    {
        this.text = text;
        reader = new Utf8JsonReader(text, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip });
    }

    /// <summary>The whole file, or null with one error if it is no JSON.</summary>
    public static FixtureNode? Parse(FixtureSource source, List<FixtureError> errors)
    {
        try
        {
            var parser = new FixtureParser(source.Content.Span);
            parser.reader.Read();
            var node = parser.ReadValue();

            // Reading past the end is what makes the reader complain about text after the value.
            parser.reader.Read();
            return node;
        }
        catch (JsonException exception)
        {
            var line = (int)(exception.LineNumber ?? 0) + 1;
            errors.Add(new FixtureError(source.Path, line, $"This is no JSON: {FirstSentence(exception)}"));
            return null;
        }
    }

    private static string FirstSentence(JsonException exception) => exception.Message.Split(" LineNumber:")[0];

    private FixtureNode ReadValue() => reader.TokenType switch
    {
        JsonTokenType.StartObject => ReadObject(),
        JsonTokenType.StartArray => ReadArray(),
        JsonTokenType.String => new FixtureNode(JsonValueKind.String, Line()) { Scalar = reader.GetString() },
        JsonTokenType.Number => new FixtureNode(JsonValueKind.Number, Line()) { Scalar = ReadNumber() },
        JsonTokenType.True => new FixtureNode(JsonValueKind.True, Line()) { Scalar = true },
        JsonTokenType.False => new FixtureNode(JsonValueKind.False, Line()) { Scalar = false },
        _ => new FixtureNode(JsonValueKind.Null, Line()),
    };

    // Boxed apart: as one expression both would become double.
    private object ReadNumber() => reader.TryGetInt64(out var whole) ? (object)whole : reader.GetDouble();

    private FixtureNode ReadObject()
    {
        var start = Line();
        var members = new List<FixtureMember>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            // A property name is never null.
            var name = reader.GetString()!;
            var at = Line();
            reader.Read();
            members.Add(new FixtureMember(name, at, ReadValue()));
        }

        return new FixtureNode(JsonValueKind.Object, start) { Members = members };
    }

    private FixtureNode ReadArray()
    {
        var start = Line();
        var items = new List<FixtureNode>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            items.Add(ReadValue());
        return new FixtureNode(JsonValueKind.Array, start) { Items = items };
    }

    /// <summary>The line of the current token. Tokens come in order, so each byte is looked at once.</summary>
    private int Line()
    {
        var position = (int)reader.TokenStartIndex;
        line += text[counted..position].Count((byte)'\n');
        counted = position;
        return line;
    }
}
