using System.Buffers.Text;
using System.Text.Json;

namespace FlightGraph.Upstream.Documents;

/// <summary>
/// The value of one field: a slice of the upstream's own bytes for a scalar, a view for an object, views for a list.
/// </summary>
public readonly struct FieldValue
{
    private readonly object? reference;
    private readonly int offset;
    private readonly int length;

    private FieldValue(FieldValueKind kind, object? reference = null, int offset = 0, int length = 0)
    {
        Kind = kind;
        this.reference = reference;
        this.offset = offset;
        this.length = length;
    }

    public static FieldValue Absent => default;

    public static FieldValue Null => new(FieldValueKind.Null);

    public static FieldValue Malformed => new(FieldValueKind.Malformed);

    public FieldValueKind Kind { get; }

    /// <summary>The scalar as JSON, a string with its quotes and escapes.</summary>
    public ReadOnlySpan<byte> Json => ((byte[])reference!).AsSpan(offset, length);

    public ResourceObject Object => (ResourceObject)reference!;

    public IReadOnlyList<ResourceObject> List => (IReadOnlyList<ResourceObject>)reference!;

    /// <summary>The objects that the field holds: the one, those of the list, or none.</summary>
    public IReadOnlyList<ResourceObject> Objects => Kind switch
    {
        FieldValueKind.Object => [Object],
        FieldValueKind.List => List,
        _ => [],
    };

    public static FieldValue Of(ResourceObject value) => new(FieldValueKind.Object, value);

    public static FieldValue Of(IReadOnlyList<ResourceObject> items) => new(FieldValueKind.List, items);

    /// <summary>The scalar's text without quotes and escapes; a number or boolean as written.</summary>
    public string GetText()
    {
        var reader = new Utf8JsonReader(Json);
        reader.Read();
        return reader.TokenType == JsonTokenType.String ? reader.GetString()! : System.Text.Encoding.UTF8.GetString(Json);
    }

    public long GetInteger() => Utf8Parser.TryParse(Json, out long value, out var used) && used == length
        ? value
        : throw new InvalidOperationException("The field is not an integer.");

    public double GetNumber() => Utf8Parser.TryParse(Json, out double value, out var used) && used == length
        ? value
        : throw new InvalidOperationException("The field is not a number.");

    public bool GetBoolean() => Json is [(byte)'t', ..];

    internal static FieldValue Scalar(byte[] document, int offset, int length) => new(FieldValueKind.Scalar, document, offset, length);
}
