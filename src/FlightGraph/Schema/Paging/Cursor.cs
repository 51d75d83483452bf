using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FlightGraph.Schema.Paging;

/// <summary>
/// A place in a list, opaque to clients. The upstream counts rows by offset, and its lists move: rows are inserted, and rows
/// of equal rank come in any order. So the cursor also names the rows around it that a client has already seen.
/// </summary>
internal sealed record Cursor
{
    private const int MarkLength = 6;

    /// <summary>Longer than any cursor we make; what is longer is not read.</summary>
    private const int MaxLength = 16 << 10;

    /// <summary>The row's place in the whole list when it was read, from 0.</summary>
    public required int Offset { get; init; }

    /// <summary>The list's length then.</summary>
    public required int Count { get; init; }

    /// <summary>What the row is ordered by, shortened; equal for rows of equal rank.</summary>
    public string Rank { get; init; } = "";

    /// <summary>Ids of the rows up to this one, itself last, that rank equal with it: those a walk forwards has seen.</summary>
    public required IReadOnlyList<string> Up { get; init; }

    /// <summary>Ids of the rows from this one on, itself first, that rank equal with it: those a walk backwards has seen.</summary>
    public required IReadOnlyList<string> Down { get; init; }

    /// <summary>
    /// For a list without any order: the ids of the first page, which came as the upstream pleased. All other rows follow by id.
    /// </summary>
    public IReadOnlyList<string> Head { get; init; } = [];

    public string Id => Up[^1];

    /// <summary>The place of a row that could not be read: there is no telling it from others, so no walk goes on from it.</summary>
    public static Cursor OfUnreadable(int offset, int count) => new() { Offset = offset, Count = count, Up = ["?"], Down = ["?"] };

    /// <param name="listIdentity">Equal for two lists exactly when a place in one means the same in the other.</param>
    public string Format(string listIdentity)
    {
        var content = Encoding.UTF8.GetBytes(string.Join('/',
            Offset.ToString(CultureInfo.InvariantCulture), Count.ToString(CultureInfo.InvariantCulture), Rank, Join(Up), Join(Down), Join(Head)));
        return Base64Url.EncodeToString([.. Mark(listIdentity, content), .. content]);
    }

    /// <returns>Null for a cursor that we did not make, or made for another list.</returns>
    public static Cursor? Parse(string text, string listIdentity)
    {
        if (text.Length > MaxLength)
            return null;
        var bytes = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        if (Base64Url.DecodeFromChars(text, bytes, out _, out var length) != OperationStatus.Done || length <= MarkLength)
            return null;
        var content = bytes.AsSpan(MarkLength..length);
        if (!bytes.AsSpan(0, MarkLength).SequenceEqual(Mark(listIdentity, content)))
            return null;

        var parts = Encoding.UTF8.GetString(content).Split('/');
        return new Cursor
        {
            Offset = int.Parse(parts[0], CultureInfo.InvariantCulture),
            Count = int.Parse(parts[1], CultureInfo.InvariantCulture),
            Rank = parts[2],
            Up = Split(parts[3]),
            Down = Split(parts[4]),
            Head = Split(parts[5]),
        };
    }

    private static string Join(IReadOnlyList<string> ids) => string.Join(',', ids);

    private static string[] Split(string ids) => ids.Length == 0 ? [] : ids.Split(',');

    /// <summary>Ties the content to its list, so that what is read back is what we wrote.</summary>
    private static ReadOnlySpan<byte> Mark(string listIdentity, ReadOnlySpan<byte> content) =>
        SHA256.HashData([.. Encoding.UTF8.GetBytes(listIdentity), 0, .. content]).AsSpan(0, MarkLength);
}
