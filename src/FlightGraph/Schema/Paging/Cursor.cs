using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FlightGraph.Schema.Paging;

/// <summary>
/// A place in a connection, opaque to clients. It carries which list it belongs to (resource, filters, order), so that it
/// is refused elsewhere.
/// </summary>
/// <param name="Offset">The row's place in the whole list, from 0.</param>
internal readonly record struct Cursor(int Offset)
{
    private const int MarkLength = 6;

    /// <param name="listIdentity">Equal for two lists exactly when a place in one means the same in the other.</param>
    public string Format(string listIdentity)
    {
        Span<byte> bytes = stackalloc byte[MarkLength + 11];
        Mark(listIdentity, Offset).CopyTo(bytes);
        Utf8Formatter.TryFormat(Offset, bytes[MarkLength..], out var digits);
        return Base64Url.EncodeToString(bytes[..(MarkLength + digits)]);
    }

    public static bool TryParse(string text, string listIdentity, out Cursor cursor)
    {
        cursor = default;
        Span<byte> bytes = stackalloc byte[MarkLength + 11];
        if (Base64Url.DecodeFromChars(text, bytes, out _, out var length) != OperationStatus.Done || length <= MarkLength)
            return false;
        if (!int.TryParse(bytes[MarkLength..length], NumberStyles.None, CultureInfo.InvariantCulture, out var offset))
            return false;
        cursor = new Cursor(offset);
        return bytes[..MarkLength].SequenceEqual(Mark(listIdentity, offset));
    }

    private static ReadOnlySpan<byte> Mark(string listIdentity, int offset) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{listIdentity}|{offset.ToString(CultureInfo.InvariantCulture)}")).AsSpan(0, MarkLength);
}
