using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using FlightGraph.Upstream.Contract;

namespace FlightGraph.Upstream.Documents;

/// <summary>
/// Checks scalars once, when a document is read, so that whoever passes them on may copy the bytes. Undoes the upstream's
/// ways of writing nothing: an empty text, a probability of -1.
/// </summary>
internal static class ScalarReader
{
    public static FieldValue Read(ref Utf8JsonReader reader, byte[] document, EntityField field)
    {
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            reader.Skip();
            return FieldValue.Malformed;
        }

        return field.Kind switch
        {
            FieldKind.Integer => Integer(ref reader, document, field),
            FieldKind.Number => reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var number) && double.IsFinite(number)
                ? Token(ref reader, document)
                : FieldValue.Malformed,
            FieldKind.Boolean => reader.TokenType is JsonTokenType.True or JsonTokenType.False ? Token(ref reader, document) : FieldValue.Malformed,
            _ => reader.TokenType == JsonTokenType.String ? Text(ref reader, document, field.Kind) : FieldValue.Malformed,
        };
    }

    /// <summary>The text or name at hand without its escapes; null when it is none, which the JSON reader has no other way to say.</summary>
    public static string? Unescaped(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static FieldValue Integer(ref Utf8JsonReader reader, byte[] document, EntityField field)
    {
        if (reader.TokenType != JsonTokenType.Number)
            return FieldValue.Malformed;
        if (reader.TryGetInt64(out var integer))
            return integer < 0 && field.Name == "probability" ? FieldValue.Null : Token(ref reader, document);

        // 4725.0 is an integer in other clothes.
        return reader.TryGetDouble(out var number) && Math.Floor(number) == number && Math.Abs(number) < 1L << 53
            ? Rewritten(((long)number).ToString(CultureInfo.InvariantCulture))
            : FieldValue.Malformed;
    }

    private static FieldValue Text(ref Utf8JsonReader reader, byte[] document, FieldKind kind)
    {
        var text = reader.ValueSpan;
        if (text.IsEmpty)
            return FieldValue.Null;

        // Bytes that are no UTF-8, or an escaped surrogate without its other half, would break whoever writes them on.
        if (reader.ValueIsEscaped ? Unescaped(ref reader) is null : !Utf8.IsValid(text))
            return FieldValue.Malformed;

        return kind switch
        {
            FieldKind.Text => Token(ref reader, document),
            FieldKind.DateTime => IsDateTime(text) ? Token(ref reader, document) : FieldValue.Malformed,
            FieldKind.Date => IsDate(text) ? Token(ref reader, document) : FieldValue.Malformed,
            FieldKind.Uri => IsWebAddress(ref reader) ? Token(ref reader, document) : FieldValue.Malformed,
            FieldKind.Uuid => Utf8Parser.TryParse(text, out Guid _, out var used, 'D') && used == text.Length ? Token(ref reader, document) : FieldValue.Malformed,
            FieldKind.Duration => Duration(ref reader, document),
            _ => FieldValue.Malformed,
        };
    }

    private static FieldValue Duration(ref Utf8JsonReader reader, byte[] document)
    {
        var text = reader.ValueSpan;
        if (DurationText.IsIso8601(text))
            return Token(ref reader, document);
        return DurationText.FromDjango(Encoding.UTF8.GetString(text)) is { } iso ? Rewritten($"\"{iso}\"") : FieldValue.Malformed;
    }

    /// <summary>RFC 3339 with a zone: without one, nobody could tell the instant.</summary>
    private static bool IsDateTime(ReadOnlySpan<byte> text) =>
        text.Length is >= 20 and <= 35 && text[10] == (byte)'T' && IsDate(text[..10])
        && (text[^1] == (byte)'Z' || text[^6] is (byte)'+' or (byte)'-')
        && Utf8Parser.TryParse(text[11..13], out byte hour, out _) && hour < 24
        && DateTimeOffset.TryParse(Encoding.ASCII.GetString(text), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out _);

    private static bool IsDate(ReadOnlySpan<byte> text) =>
        text.Length == 10 && DateOnly.TryParseExact(Encoding.ASCII.GetString(text), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>Only http and https: what clients put into links must not be able to run.</summary>
    private static bool IsWebAddress(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
            return IsWebAddress(reader.ValueSpan);
        Span<byte> unescaped = new byte[reader.ValueSpan.Length];
        return IsWebAddress(unescaped[..reader.CopyString(unescaped)]);
    }

    private static bool IsWebAddress(ReadOnlySpan<byte> text) =>
        text.StartsWith("https://"u8) ? text.Length > 8 : text.StartsWith("http://"u8) && text.Length > 7;

    private static FieldValue Token(ref Utf8JsonReader reader, byte[] document)
    {
        var start = (int)reader.TokenStartIndex;
        return FieldValue.Scalar(document, start, (int)reader.BytesConsumed - start);
    }

    private static FieldValue Rewritten(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        return FieldValue.Scalar(bytes, 0, bytes.Length);
    }
}
