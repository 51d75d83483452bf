using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Numerics;

namespace FlightGraph.Upstream.Archive;

/// <summary>Bodies as archives store them: a checksum, then Brotli.</summary>
internal static class AnswerBody
{
    // Of 47 MB of answers it left 8.0 % at 811 MB/s; ZLib's fastest left 17.3 % at 565 MB/s, its usual 10.7 % at 243 MB/s, and the next
    // step of Brotli 6.2 % at 235 MB/s. Expanding runs at 1,500 to 1,900 MB/s with all of them.
    private const int Quality = 1;
    private const int Window = 22;

    /// <summary>No body that was compressed here is longer than so many times what it became.</summary>
    private const long MaxRatio = 1 << 16;

    public static byte[] Compress(byte[] body)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(sizeof(uint) + BrotliEncoder.GetMaxCompressedLength(body.Length));
        try
        {
            if (!BrotliEncoder.TryCompress(body, buffer.AsSpan(sizeof(uint)), out var written, Quality, Window))
                throw new InvalidOperationException("The longest that Brotli can make of the body was too long for it.");
            var stored = buffer.AsSpan(0, sizeof(uint) + written);
            BinaryPrimitives.WriteUInt32LittleEndian(stored, Checksum(stored[sizeof(uint)..]));
            return stored.ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>The body; null when what is stored is not what was.</summary>
    /// <param name="stored">As <see cref="Compress"/> gave it.</param>
    /// <param name="length">The body's, in bytes.</param>
    public static byte[]? Expand(byte[] stored, long length)
    {
        if (stored.Length < sizeof(uint) || length < 0 || length > Math.Min(stored.Length * MaxRatio, Array.MaxLength))
            return null;
        var compressed = stored.AsSpan(sizeof(uint));
        // Brotli has no checksum of its own: a bit that turned could pass for another text.
        if (BinaryPrimitives.ReadUInt32LittleEndian(stored) != Checksum(compressed))
            return null;
        var body = new byte[length];
        return BrotliDecoder.TryDecompress(compressed, body, out var written) && written == length ? body : null;
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = ~0u;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
            sum = BitOperations.Crc32C(sum, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (var one in bytes)
            sum = BitOperations.Crc32C(sum, one);
        return ~sum;
    }
}
